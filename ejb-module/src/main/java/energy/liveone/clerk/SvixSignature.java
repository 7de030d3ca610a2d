package energy.liveone.clerk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks messages that are signed as Svix does it: HMAC-SHA-256 over id, time and body, joined by
 * full stops. A message may carry several signatures and several secrets may be good at once, so
 * that secrets can be changed without losing messages.
 *
 * @see <a href="https://docs.svix.com/receiving/verifying-payloads/how-manual">Svix: verifying
 *     manually</a>
 */
public final class SvixSignature {
  /** How far the time of a message may be from ours, in both directions. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";
  private static final String SECRET_PREFIX = "whsec_";
  private static final int MIN_SECRET_BYTES = 16;
  private static final int MAX_ID = 255;
  private static final int MAX_SIGNATURES = 10;

  private final List<byte[]> secrets;

  /**
   * @param secrets at least one, each as {@link #secret} reads it
   */
  SvixSignature(List<byte[]> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  /** Whether a message is the sender's. */
  public enum Verdict {
    /** It is. */
    GENUINE,
    /** One of the three headers is missing or cannot be read. */
    INCOMPLETE,
    /** It was signed too long ago, or is from the future. */
    OUT_OF_TIME,
    /** None of its signatures is by one of the secrets. */
    FORGED
  }

  /**
   * The headers of a message; empty texts for those that are missing.
   *
   * @param timestamp epoch seconds
   * @param signatures divided by blanks, each with the version of its scheme
   */
  public record Headers(String id, String timestamp, String signatures) {}

  /** A secret as Svix writes it: Base64 after {@code whsec_}; empty when it is none. */
  static Optional<byte[]> secret(String text) {
    String base64 = text.startsWith(SECRET_PREFIX) ? text.substring(SECRET_PREFIX.length()) : text;
    try {
      return Optional.of(Base64.getDecoder().decode(base64))
          .filter(bytes -> bytes.length >= MIN_SECRET_BYTES);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Checks a message; the body as it came. */
  public Verdict check(Headers headers, byte[] body, Instant now) {
    if (headers.id().isBlank()
        || headers.id().length() > MAX_ID
        || !headers.id().chars().allMatch(c -> c > ' ' && c < 127)
        || headers.signatures().isBlank()
        || !headers.timestamp().matches("\\d{1,12}")) {
      return Verdict.INCOMPLETE;
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(headers.timestamp()));
    if (Duration.between(signedAt, now).abs().compareTo(WINDOW) > 0) {
      return Verdict.OUT_OF_TIME;
    }
    List<byte[]> given = signatures(headers.signatures());
    boolean genuine = false;
    for (byte[] secret : secrets) {
      byte[] expected = sign(secret, headers, body);
      for (byte[] one : given) {
        genuine |= MessageDigest.isEqual(expected, one);
      }
    }
    return genuine ? Verdict.GENUINE : Verdict.FORGED;
  }

  private static List<byte[]> signatures(String header) {
    List<byte[]> decoded = new ArrayList<>();
    for (String one : header.strip().split(" +")) {
      if (one.startsWith(VERSION) && decoded.size() < MAX_SIGNATURES) {
        try {
          decoded.add(Base64.getDecoder().decode(one.substring(VERSION.length())));
        } catch (IllegalArgumentException e) {
          // Not a signature; another one may be.
        }
      }
    }
    return decoded;
  }

  static byte[] sign(byte[] secret, Headers headers, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((headers.id() + "." + headers.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
