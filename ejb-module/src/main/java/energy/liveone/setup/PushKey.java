package energy.liveone.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key of a device that pushes: {@code lo_} and 192 random bits in hexadecimal, because people
 * type it into devices. Only its hash is stored.
 */
record PushKey(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 24;

  static PushKey generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new PushKey("lo_" + HexFormat.of().formatHex(bytes));
  }

  byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256", e);
    }
  }

  /** Never prints the key. */
  @Override
  public String toString() {
    return "PushKey[]";
  }
}
