package energy.liveone.polling;

import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.VendorAdapter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Masks in the outcome of a test what its credentials keep secret. Adapters do so themselves; here
 * the credentials are those of somebody else than the reader, so it is done once more.
 */
final class WithoutSecrets {
  private final Redaction redaction;

  WithoutSecrets(Redaction ofVendor, Optional<VendorAdapter> vendor, Credentials credentials) {
    this.redaction =
        ofVendor.alsoValues(secrets(vendor.map(VendorAdapter::credentialFields), credentials));
  }

  /** All values but those of fields that the vendor calls open, such as the number of a site. */
  private static List<String> secrets(
      Optional<List<CredentialField>> fields, Credentials credentials) {
    Set<String> open =
        fields.orElse(List.of()).stream()
            .filter(field -> !field.secret())
            .map(CredentialField::name)
            .collect(Collectors.toSet());
    return credentials.values().entrySet().stream()
        .filter(entry -> !open.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  ConnectionTest of(ConnectionTest outcome) {
    return outcome.fold(this::connected, refused -> new Refused(failure(refused.failure())));
  }

  private ConnectionTest connected(Connected told) {
    Map<String, String> info = new LinkedHashMap<>();
    told.systemInfo().forEach((name, text) -> info.put(name, redaction.redact(text)));
    return new Connected(info, told.latest(), List.of());
  }

  private Failure failure(Failure told) {
    return new Failure(
        told.code(),
        redaction.redact(told.detail()),
        told.httpStatus(),
        told.retryAt(),
        told.expected(),
        told.response() == null ? null : redaction.forSession(told.response()));
  }
}
