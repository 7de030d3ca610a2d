package energy.liveone.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The installation's 256-bit key and the id by which sealed texts name it. Never prints itself. */
public final class CredentialKey {
  /** The configuration property: 64 hexadecimal digits. */
  public static final String PROPERTY = "liveone.encryption-key";

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final SecretKey key;

  private CredentialKey(byte[] bytes) {
    this.id = HexFormat.of().formatHex(Arrays.copyOf(sha256(bytes), ID_BYTES));
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** What to throw when the key of a property is missing or malformed. */
  static IllegalStateException malformed(String property) {
    return new IllegalStateException(
        property + " is not set to 64 hexadecimal digits (32 random bytes)");
  }

  /** A new one. */
  static CredentialKey generate() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return new CredentialKey(bytes);
  }

  /** The key that these 64 digits say; empty when they say none. */
  public static Optional<CredentialKey> ofHex(String text) {
    String hex = text.strip();
    if (hex.length() != 2 * KEY_BYTES || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(new CredentialKey(HexFormat.of().parseHex(hex)));
  }

  /** Tells keys apart; says nothing of the key, as it is cut from a digest of a random one. */
  public String id() {
    return id;
  }

  /** The key itself, for the file that it is kept in. */
  String hex() {
    return HexFormat.of().formatHex(key.getEncoded());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CredentialKey that
        && MessageDigest.isEqual(key.getEncoded(), that.key.getEncoded());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  SecretKey secret() {
    return key;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The id only. */
  @Override
  public String toString() {
    return "CredentialKey[" + id + "]";
  }
}
