package energy.liveone.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a vendor wants to know before it answers: e-mail and password, a key, tokens. Never prints
 * its values.
 *
 * @param values field name to value, names as in the adapter's {@link CredentialField}s
 */
public record Credentials(Map<String, String> values) {
  /** No credentials at all. */
  public static final Credentials NONE = new Credentials(Map.of());

  public Credentials {
    values = Map.copyOf(values);
  }

  /** The value of a field, absent when missing or blank. */
  public Optional<String> get(String field) {
    return Optional.ofNullable(values.get(field)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * A digest by which a session notices that it belongs to other credentials. It is as secret as
   * they are.
   */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(values)
          .forEach(
              (name, value) -> {
                digest.update(name.getBytes(UTF_8));
                digest.update((byte) 0);
                digest.update(value.getBytes(UTF_8));
                digest.update((byte) 0);
              });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Names the fields only, so that no log can leak a value. */
  @Override
  public String toString() {
    return "Credentials" + values.keySet();
  }
}
