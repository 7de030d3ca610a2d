package energy.liveone.vendor;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a system that an adapter may know.
 *
 * @param sessionKey identifies the credential; vendor sessions are kept under it and never shared
 *     between two
 * @param vendorSiteId the vendor's own identifier of the site
 * @param zone the site's time zone
 * @param place where it is, null when nobody said
 * @param options per-system switches of the vendor, such as {@code invertGrid=true}
 */
public record VendorSystem(
    String sessionKey,
    String vendorSiteId,
    ZoneId zone,
    @Nullable GeoPoint place,
    Map<String, String> options) {
  public VendorSystem {
    options = Map.copyOf(options);
  }

  /** A site whose place nobody said. */
  public VendorSystem(
      String sessionKey, String vendorSiteId, ZoneId zone, Map<String, String> options) {
    this(sessionKey, vendorSiteId, zone, null, options);
  }

  /** Where it is, when somebody said. */
  public Optional<GeoPoint> location() {
    return Optional.ofNullable(place);
  }

  /** Whether a switch is on. */
  public boolean isOn(String option) {
    return Boolean.parseBoolean(options.get(option));
  }
}
