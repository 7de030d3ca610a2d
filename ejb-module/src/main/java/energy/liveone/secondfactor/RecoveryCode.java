package energy.liveone.secondfactor;

import energy.liveone.account.AccountId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What works once in place of a device's code: 80 random bits as {@code abcd-efgh-ijkl-mnop}. A
 * fast hash is enough for so many bits. Never prints itself.
 */
public final class RecoveryCode {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 10;
  private static final Pattern SHAPE = Pattern.compile("[A-Z2-7]{16}");

  private final String characters;

  private RecoveryCode(String characters) {
    this.characters = characters;
  }

  static RecoveryCode generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RecoveryCode(Base32.encode(bytes));
  }

  /** The code that somebody typed, with or without hyphens and blanks, if it can be one. */
  public static Optional<RecoveryCode> parse(String text) {
    String bare = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return SHAPE.matcher(bare).matches() ? Optional.of(new RecoveryCode(bare)) : Optional.empty();
  }

  /** As it is shown, once. */
  String text() {
    return characters.toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
  }

  /** Differs from account to account. */
  byte[] sha256(AccountId account) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(account.value()).array());
      return digest.digest(characters.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
