package energy.liveone.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/** The installation's 256-bit key and the id by which sealed texts name it. Never prints itself. */
public final class CredentialKey {
  /** The configuration property: 64 hexadecimal digits. */
  public static final String PROPERTY = "liveone.encryption-key";

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  private final String id;
  private final SecretKey key;

  private CredentialKey(byte[] bytes) {
    this.id = HexFormat.of().formatHex(Arrays.copyOf(sha256(bytes), ID_BYTES));
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /**
   * The configured key.
   *
   * @throws IllegalStateException when it is missing or malformed
   */
  public static CredentialKey of(Config config) {
    return config
        .getOptionalValue(PROPERTY, String.class)
        .flatMap(CredentialKey::ofHex)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    PROPERTY + " is not set to 64 hexadecimal digits (32 random bytes)"));
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
