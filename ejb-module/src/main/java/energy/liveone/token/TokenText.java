package energy.liveone.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that lets its bearer in, or what somebody claims to be one: 256 random bits after a
 * prefix that tells people, and scanners for lost secrets, what it is. Never prints itself.
 */
public record TokenText(String value) {
  /** Begins API tokens. */
  public static final String API = "lot_";

  /** Begins share links. */
  public static final String SHARE_LINK = "los_";

  /** Begins invitations. */
  public static final String INVITATION = "loi_";

  private static final int RANDOM_BYTES = 32;
  private static final int MAX_LENGTH = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new secret. */
  public static TokenText generate(String prefix) {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new TokenText(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether it may be one with this prefix; others need not be looked for. */
  public boolean hasPrefix(String prefix) {
    return value.startsWith(prefix) && value.length() <= MAX_LENGTH;
  }

  /** What is stored of it. As the secret is random, nobody guesses it from that. */
  public byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "TokenText";
  }
}
