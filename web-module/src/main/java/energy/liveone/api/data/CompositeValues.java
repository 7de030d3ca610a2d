package energy.liveone.api.data;

import energy.liveone.flow.Part;
import energy.liveone.flowledger.LiveFlow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a composite under the keys that systems use for theirs, in their signs. */
final class CompositeValues {
  private CompositeValues() {}

  static Map<String, Double> of(LiveFlow live) {
    Map<Part, Double> watts = live.watts();
    Map<String, Double> values = new LinkedHashMap<>();
    put(values, "solar_w", watts.get(Part.SOLAR));
    put(values, "load_w", watts.get(Part.LOAD));
    put(values, "battery_w", net(watts, Part.DISCHARGE, Part.CHARGE));
    put(values, "grid_w", net(watts, Part.IMPORT, Part.EXPORT));
    put(values, "battery_soc", live.chargeOrNull());
    put(values, "grid_import_price", live.importPriceOrNull());
    put(values, "grid_export_price", live.exportPriceOrNull());
    live.percentages().forEach(values::putIfAbsent);
    return values;
  }

  static String unit(String key) {
    return key.endsWith("_w") ? "W" : key.endsWith("_price") ? "c/kWh" : "%";
  }

  private static @Nullable Double net(Map<Part, Double> watts, Part plus, Part minus) {
    Double in = watts.get(plus);
    Double out = watts.get(minus);
    return in == null || out == null ? null : (Double) (in - out);
  }

  private static void put(Map<String, Double> values, String key, @Nullable Double value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
