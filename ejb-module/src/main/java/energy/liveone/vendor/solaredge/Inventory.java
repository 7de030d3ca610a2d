package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hardware of a site.
 *
 * @param info for people
 */
record Inventory(Map<String, String> info, boolean hasBattery) {
  private static final double WH_PER_KWH = 1_000;

  /** Reads {@code Inventory}. */
  static Inventory of(JsonFields inventory) {
    Map<String, String> info = new LinkedHashMap<>();
    inventory.objects("inverters").stream()
        .findFirst()
        .ifPresent(
            inverter -> {
              inverter.text("model").ifPresent(model -> info.put("model", model));
              inverter.text("SN").ifPresent(serial -> info.put("serial", serial));
            });
    List<JsonFields> batteries = inventory.objects("batteries");
    double capacityWh =
        batteries.stream().mapToDouble(b -> b.number("nameplateCapacity").orElse(0)).sum();
    if (capacityWh > 0) {
      info.put("batterySize", SiteDetails.plain(capacityWh / WH_PER_KWH) + " kWh");
    }
    return new Inventory(info, !batteries.isEmpty());
  }
}
