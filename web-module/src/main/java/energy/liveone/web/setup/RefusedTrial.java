package energy.liveone.web.setup;

import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.VendorAdapter;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Says of a refusal what to do, at the field where it is done.
 *
 * @param typed what the vendor refused
 */
record RefusedTrial(VendorAdapter vendor, Credentials typed, VendorWords words) {
  /** Stands for no field in particular. */
  static final String ALL = "";

  /** Tells field and text of each thing to say. */
  void tell(Failure failure, BiConsumer<String, String> out) {
    switch (failure.code()) {
      case NOT_FOUND -> out.accept(typedSite().orElse(ALL), words.refusal(failure));
      case NOT_CONFIGURED -> needed(failure, out);
      case AUTH_FAILED,
          AUTH_EXPIRED,
          FORBIDDEN,
          RATE_LIMITED,
          VENDOR_UNAVAILABLE,
          TIMEOUT,
          BAD_RESPONSE,
          INVALID_PAYLOAD,
          DUPLICATE,
          INTERNAL ->
          out.accept(ALL, words.refusal(failure));
    }
  }

  /** What is missing is the first thing that was left empty, the site last. */
  private void needed(Failure failure, BiConsumer<String, String> out) {
    Optional<String> site = vendor.siteField();
    Optional<String> empty =
        vendor.credentialFields().stream()
            .map(CredentialField::name)
            .filter(name -> typed.get(name).isEmpty() && !site.equals(Optional.of(name)))
            .findFirst();
    if (empty.isPresent()) {
      out.accept(empty.get(), words.needed(failure));
    } else if (site.isPresent() && typedSite().isEmpty()) {
      out.accept(site.get(), words.siteNeeded());
    } else {
      out.accept(ALL, words.refusal(failure));
    }
  }

  private Optional<String> typedSite() {
    return vendor.siteField().filter(name -> typed.get(name).isPresent());
  }
}
