package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorSystem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account at select.live as one login uses it.
 *
 * @param sessionKey the key of its session
 * @param fingerprint changes with e-mail and password
 */
record SelectronicAccess(String sessionKey, String email, String password, String fingerprint) {
  static final String EMAIL = "email";
  static final String PASSWORD = "password";
  static final String SYSTEM_NUMBER = "systemNumber";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

  /** The account of these credentials; empty when they are incomplete. */
  static Optional<SelectronicAccess> of(VendorSystem system, Credentials credentials) {
    return credentials
        .get(EMAIL)
        .flatMap(
            email ->
                credentials
                    .get(PASSWORD)
                    .map(
                        password ->
                            new SelectronicAccess(
                                system.sessionKey(), email, password, credentials.fingerprint())));
  }

  /** The number of the stored system, else the one among the credentials; it becomes a path. */
  static Optional<String> systemNumber(VendorSystem system, Credentials credentials) {
    return isNumber(system.vendorSiteId())
        ? Optional.of(system.vendorSiteId())
        : systemNumber(credentials);
  }

  /** The number among the credentials, when it is one. */
  static Optional<String> systemNumber(Credentials credentials) {
    return credentials.get(SYSTEM_NUMBER).filter(SelectronicAccess::isNumber);
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The session key only. */
  @Override
  public String toString() {
    return "SelectronicAccess[" + sessionKey + "]";
  }
}
