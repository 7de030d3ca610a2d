package energy.liveone.setup;

import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares credentials with what a vendor asks for, without asking it. */
public final class CredentialCheck {
  private static final int MAX_LENGTH = 2_000;

  private CredentialCheck() {}

  /** What is wrong with a field. */
  public enum Flaw {
    MISSING("is missing"),
    TOO_LONG("is too long"),
    /** It is to name a site and cannot be the name of one. */
    NO_SITE("cannot be the name of a site");

    private final String words;

    Flaw(String words) {
      this.words = words;
    }
  }

  /** A field of the vendor and what is wrong with it. */
  public record Complaint(CredentialField field, Flaw flaw) {
    /** In words, for programs. */
    String message() {
      return field.label() + " " + flaw.words;
    }

    Registration asRegistration() {
      String path = "credentials." + field.name();
      return flaw == Flaw.MISSING
          ? new Registration.Missing(path, message())
          : new Registration.Invalid(path, message());
    }
  }

  /** The first thing wrong, if anything is. */
  static Optional<Complaint> check(VendorAdapter vendor, Credentials credentials) {
    return complaints(vendor, credentials).stream().findFirst();
  }

  /** All that is wrong, in the order of the fields. */
  public static List<Complaint> complaints(VendorAdapter vendor, Credentials credentials) {
    List<Complaint> complaints = new ArrayList<>();
    for (CredentialField field : vendor.credentialFields()) {
      flaw(vendor, credentials, field)
          .ifPresent(flaw -> complaints.add(new Complaint(field, flaw)));
    }
    return complaints;
  }

  private static Optional<Flaw> flaw(
      VendorAdapter vendor, Credentials credentials, CredentialField field) {
    Optional<String> value = credentials.get(field.name());
    if (value.isEmpty()) {
      return field.required() ? Optional.of(Flaw.MISSING) : Optional.empty();
    }
    if (value.get().length() > MAX_LENGTH) {
      return Optional.of(Flaw.TOO_LONG);
    }
    boolean namesSite = vendor.siteField().filter(field.name()::equals).isPresent();
    return namesSite && vendor.vendorSiteId(credentials).isEmpty()
        ? Optional.of(Flaw.NO_SITE)
        : Optional.empty();
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
