package energy.liveone.setup;

import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares credentials with what a vendor asks for. */
final class CredentialCheck {
  private static final int MAX_LENGTH = 2_000;

  private CredentialCheck() {}

  /** Something missing or too long. */
  record Complaint(String field, String message, boolean missing) {}

  /** The first thing wrong, if anything is. */
  static Optional<Complaint> check(VendorAdapter vendor, Credentials credentials) {
    for (CredentialField field : vendor.credentialFields()) {
      Optional<String> value = credentials.get(field.name());
      if (field.required() && value.isEmpty()) {
        return complaint(field.name(), field.label() + " is missing", true);
      }
      if (value.isPresent() && value.get().length() > MAX_LENGTH) {
        return complaint(field.name(), field.label() + " is too long", false);
      }
    }
    return Optional.empty();
  }

  private static Optional<Complaint> complaint(String field, String message, boolean missing) {
    return Optional.of(new Complaint("credentials." + field, message, missing));
  }

  /** Only what the vendor asks for, so that nothing else is kept. */
  static Credentials relevant(VendorAdapter vendor, Credentials credentials) {
    Map<String, String> values = new TreeMap<>();
    for (CredentialField field : vendor.credentialFields()) {
      credentials.get(field.name()).ifPresent(value -> values.put(field.name(), value));
    }
    return new Credentials(values);
  }
}
