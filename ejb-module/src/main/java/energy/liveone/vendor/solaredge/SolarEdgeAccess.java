package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.VendorSystem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key, and the site that it is used for.
 *
 * @param apiKey a secret that travels in the query of every call
 * @param siteId digits
 */
record SolarEdgeAccess(String apiKey, String siteId) {
  static final String API_KEY = "apiKey";
  static final String SITE_ID = "siteId";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

  /** The access of a stored system; empty when something is missing. */
  static Optional<SolarEdgeAccess> of(VendorSystem system, Credentials credentials) {
    Optional<String> site =
        NUMBER.matcher(system.vendorSiteId()).matches()
            ? Optional.of(system.vendorSiteId())
            : siteId(credentials);
    return credentials
        .get(API_KEY)
        .flatMap(key -> site.map(number -> new SolarEdgeAccess(key, number)));
  }

  /** The site among the credentials, when it is one; it becomes a path. */
  static Optional<String> siteId(Credentials credentials) {
    return credentials.get(SITE_ID).filter(text -> NUMBER.matcher(text).matches());
  }

  /** The same key for another site. */
  SolarEdgeAccess to(String otherSite) {
    return new SolarEdgeAccess(apiKey, otherSite);
  }

  /** Masks the key wherever the vendor repeats it. */
  Redaction redaction() {
    return Redaction.STANDARD.alsoValues(List.of(apiKey));
  }

  /** The site only. */
  @Override
  public String toString() {
    return "SolarEdgeAccess[" + siteId + "]";
  }
}
