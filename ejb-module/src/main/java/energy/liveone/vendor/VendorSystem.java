package energy.liveone.vendor;

import java.time.ZoneId;
import java.util.Map;

/**
 * The part of a system that an adapter may know.
 *
 * @param sessionKey identifies the credential; vendor sessions are kept under it and never shared
 *     between two
 * @param vendorSiteId the vendor's own identifier of the site
 * @param zone the site's time zone
 * @param options per-system switches of the vendor, such as {@code invertGrid=true}
 */
public record VendorSystem(
    String sessionKey, String vendorSiteId, ZoneId zone, Map<String, String> options) {
  public VendorSystem {
    options = Map.copyOf(options);
  }

  /** Whether a switch is on. */
  public boolean isOn(String option) {
    return Boolean.parseBoolean(options.get(option));
  }
}
