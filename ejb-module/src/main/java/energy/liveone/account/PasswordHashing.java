package energy.liveone.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes: PBKDF2 with HMAC-SHA-256, a 16-byte salt and the 600,000 iterations that OWASP's
 * Password Storage Cheat Sheet asks for. The text form carries its own cost, so that old hashes
 * stay valid when the cost is raised: {@code pbkdf2-sha256$600000$salt$hash}.
 */
final class PasswordHashing {
  /** Iterations of new hashes. */
  static final int ITERATIONS = 600_000;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final String PREFIX = "pbkdf2-sha256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int PARTS = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordHashing() {}

  /** A new hash with a new salt. Takes some hundred milliseconds by design. */
  static String hash(String password) {
    return hash(password, ITERATIONS);
  }

  static String hash(String password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.join(
        "$",
        PREFIX,
        Integer.toString(iterations),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, iterations)));
  }

  /** Whether the password fits the hash; compared in constant time. */
  static boolean verify(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != PARTS || !parts[0].equals(PREFIX)) {
      throw new IllegalStateException("Unknown form of a stored password hash");
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
  }

  /** Whether the hash is cheaper to guess than those made now. */
  static boolean isOutdated(String hash) {
    String[] parts = hash.split("\\$", -1);
    return parts.length != PARTS
        || !parts[0].equals(PREFIX)
        || Integer.parseInt(parts[1]) < ITERATIONS;
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }
}
