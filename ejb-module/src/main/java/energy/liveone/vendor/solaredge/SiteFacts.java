package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.Daylight;
import energy.liveone.vendor.VendorSystem;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the connection test found out about a site and keeps as the system's options. What nobody
 * could find out is taken for present: a point without values does less harm than values without a
 * point.
 */
final class SiteFacts {
  private static final String HAS_METER = "hasMeter";
  private static final String HAS_BATTERY = "hasBattery";
  private static final String TIME_ZONE = "timeZone";

  private SiteFacts() {}

  static boolean mayHaveMeter(VendorSystem system) {
    return !"false".equals(system.options().get(HAS_METER));
  }

  static boolean mayHaveBattery(VendorSystem system) {
    return !"false".equals(system.options().get(HAS_BATTERY));
  }

  static boolean hasBattery(VendorSystem system) {
    return system.isOn(HAS_BATTERY);
  }

  /** The zone of the vendor's local times, when the vendor told it. */
  static Optional<ZoneId> zone(VendorSystem system) {
    return Optional.ofNullable(system.options().get(TIME_ZONE)).flatMap(SiteDetails::zone);
  }

  /** When the sun is up, where the vendor says that the site is. */
  static Daylight daylight(VendorSystem system) {
    ZoneId zone = zone(system).orElse(system.zone());
    return system
        .location()
        .map(place -> Daylight.of(place, zone))
        .orElseGet(() -> Daylight.of(zone));
  }

  /** The options to keep. */
  static Map<String, String> options(
      Optional<ZoneId> zone, Optional<Boolean> meter, Optional<Boolean> battery) {
    Map<String, String> options = new TreeMap<>();
    zone.ifPresent(id -> options.put(TIME_ZONE, id.getId()));
    meter.ifPresent(has -> options.put(HAS_METER, has.toString()));
    battery.ifPresent(has -> options.put(HAS_BATTERY, has.toString()));
    return options;
  }
}
