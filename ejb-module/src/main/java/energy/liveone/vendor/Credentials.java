package energy.liveone.vendor;

import java.util.Map;
import java.util.Optional;

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

  /** Names the fields only, so that no log can leak a value. */
  @Override
  public String toString() {
    return "Credentials" + values.keySet();
  }
}
