package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.JsonFields;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the vendor knows of a site.
 *
 * @param zone the zone of all local times; empty when none or an unknown one is named
 * @param info for people; nothing of where it is
 */
record SiteDetails(Optional<ZoneId> zone, Map<String, String> info) {

  /** Reads {@code details}. */
  static SiteDetails of(JsonFields details) {
    Map<String, String> info = new LinkedHashMap<>();
    details.text("name").ifPresent(name -> info.put("siteName", name));
    details.text("status").ifPresent(status -> info.put("status", status));
    details
        .number("peakPower")
        .ifPresent(kilowatts -> info.put("solarSize", plain(kilowatts) + " kW"));
    details.text("installationDate").ifPresent(date -> info.put("installed", date));
    details
        .object("primaryModule")
        .flatMap(SiteDetails::panels)
        .ifPresent(p -> info.put("panels", p));
    Optional<ZoneId> zone =
        details.object("location").flatMap(at -> at.text("timeZone")).flatMap(SiteDetails::zone);
    zone.ifPresent(found -> info.put("timeZone", found.getId()));
    return new SiteDetails(zone, info);
  }

  private static Optional<String> panels(JsonFields module) {
    return module
        .text("modelName")
        .map(model -> module.text("manufacturerName").map(m -> m + " ").orElse("") + model);
  }

  /** The zone of this name, if there is one. */
  static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A number without a useless fraction. */
  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
