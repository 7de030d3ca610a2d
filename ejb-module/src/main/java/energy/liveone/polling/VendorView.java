package energy.liveone.polling;

import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.GeoPoint;
import energy.liveone.vendor.VendorSystem;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an adapter may know of a stored system. */
public final class VendorView {
  private VendorView() {}

  /** The view of a system. */
  public static VendorSystem of(MonitoredSystem system) {
    return of(
        sessionKey(system.id(), system.grantId().orElse(null)),
        system.vendorSiteId(),
        system.zone(),
        system.latitude().orElse(null),
        system.longitude().orElse(null),
        system.options());
  }

  static VendorSystem of(
      String sessionKey,
      String vendorSiteId,
      ZoneId zone,
      @Nullable Double latitude,
      @Nullable Double longitude,
      Map<String, String> options) {
    GeoPoint place =
        latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    return new VendorSystem(sessionKey, vendorSiteId, zone, place, options);
  }

  /** Under which adapters keep the vendor's session of a system with credentials of its own. */
  public static String sessionKey(SystemId id) {
    return sessionKey(id, null);
  }

  /** Systems of one grant share its session. */
  static String sessionKey(SystemId id, @Nullable Integer grantId) {
    return grantId == null ? "system:" + id.value() : "grant:" + grantId;
  }

  /**
   * The place of a system among those of its vendor: a fixed number from 0 to 1 that spreads
   * neighbouring ids as far apart as can be, by the golden ratio.
   */
  public static double place(SystemId id) {
    return Math.floorMod(id.value() * 2_654_435_769L, 1L << 32) / (double) (1L << 32);
  }
}
