package energy.liveone.vendor.amber;

import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.VendorSystem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key of Amber's API; it goes with every call.
 *
 * @param apiKey a secret
 */
record AmberAccess(String apiKey) {
  static final String API_KEY = "apiKey";
  static final String SITE_ID = "siteId";

  private static final Pattern SITE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** A header value must be one line of visible characters. */
  private static final Pattern KEY = Pattern.compile("[!-~]{1,500}");

  /** The key among the credentials; empty when there is none that could be sent. */
  static Optional<AmberAccess> of(Credentials credentials) {
    return credentials.get(API_KEY).filter(key -> KEY.matcher(key).matches()).map(AmberAccess::new);
  }

  /** The stored system's site, else the one among the credentials; it becomes a path. */
  static Optional<String> siteId(VendorSystem system, Credentials credentials) {
    return isSite(system.vendorSiteId()) ? Optional.of(system.vendorSiteId()) : siteId(credentials);
  }

  /** The site among the credentials, when it could be one. */
  static Optional<String> siteId(Credentials credentials) {
    return credentials.get(SITE_ID).filter(AmberAccess::isSite);
  }

  static boolean isSite(String text) {
    return SITE.matcher(text).matches();
  }

  /** Masks the key. */
  Redaction redaction() {
    return Redaction.STANDARD.alsoNamed(List.of(API_KEY)).alsoValues(List.of(apiKey));
  }

  /** Nothing: all of it is secret. */
  @Override
  public String toString() {
    return "AmberAccess";
  }
}
