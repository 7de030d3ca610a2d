package energy.liveone.vendor.selectronic;

import energy.liveone.point.PointDefinition;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.StandardPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Vendor field → point. Power in W, charge in %, counters in kWh whatever their names say, times in
 * epoch seconds UTC; signs are the vendor's own, but for a reversed grid sensor.
 */
final class SelectronicPoints {
  private static final String AC_SOLAR = "solarinverter_w";
  private static final String DC_SOLAR = "shunt_w";
  private static final String NEGATE = "{\"op\":\"negate\"}";
  private static final String COUNTER = "{\"op\":\"counter\"}";
  private static final String ZERO_IS_NONE = "{\"op\":\"nullIf\",\"equals\":0}";
  private static final String SUM_OF_BOTH =
      "[{\"op\":\"sum\",\"of\":[\"solarinverter_w\",\"shunt_w\"]},{\"op\":\"clampMin\",\"value\":0}]";

  private static final List<Row> ROWS =
      List.of(
          new Row(StandardPoint.SOLAR_W, AC_SOLAR + "+" + DC_SOLAR, SUM_OF_BOTH, sumOfBoth()),
          row(StandardPoint.SOLAR_REMOTE_W, AC_SOLAR),
          row(StandardPoint.SOLAR_LOCAL_W, DC_SOLAR),
          row(StandardPoint.LOAD_W, "load_w"),
          row(StandardPoint.BATTERY_W, "battery_w"),
          row(StandardPoint.GRID_W, "grid_w"),
          row(StandardPoint.BATTERY_SOC, "battery_soc"),
          counter(StandardPoint.SOLAR_KWH, "solar_wh_total"),
          counter(StandardPoint.LOAD_KWH, "load_wh_total"),
          counter(StandardPoint.BATTERY_CHARGE_KWH, "battery_in_wh_total"),
          counter(StandardPoint.BATTERY_DISCHARGE_KWH, "battery_out_wh_total"),
          counter(StandardPoint.GRID_IMPORT_KWH, "grid_in_wh_total"),
          counter(StandardPoint.GRID_EXPORT_KWH, "grid_out_wh_total"),
          new Row(StandardPoint.GENERATOR_ACTIVE, "gen_status", null, flag("gen_status")),
          notZero(StandardPoint.FAULT_CODE, "fault_code"),
          notZero(StandardPoint.FAULT_TIME, "fault_ts"));

  private SelectronicPoints() {}

  /** The points of a new system. */
  static List<PointDefinition> definitions(boolean invertGrid) {
    return ROWS.stream()
        .map(row -> row.point.from(row.vendorField, row.transform(invertGrid)))
        .toList();
  }

  /** The readings in the items; what is missing or no number has none. */
  static List<Reading> readings(JsonFields items, Instant time, boolean invertGrid) {
    List<Reading> readings = new ArrayList<>(ROWS.size());
    for (Row row : ROWS) {
      OptionalDouble value = row.value.in(items);
      if (value.isPresent()) {
        boolean negated = invertGrid && row.isGrid();
        // Subtracting from zero, as a negated zero would be stored as -0.
        double signed = negated ? 0 - value.getAsDouble() : value.getAsDouble();
        readings.add(new Reading(row.point.key(), time, signed));
      }
    }
    return readings;
  }

  private static Row row(StandardPoint point, String field) {
    return new Row(point, field, null, items -> items.number(field));
  }

  private static Row counter(StandardPoint point, String field) {
    return new Row(point, field, COUNTER, items -> items.number(field));
  }

  private static Row notZero(StandardPoint point, String field) {
    return new Row(
        point,
        field,
        ZERO_IS_NONE,
        items -> {
          OptionalDouble value = items.number(field);
          return value.isPresent() && value.getAsDouble() == 0 ? OptionalDouble.empty() : value;
        });
  }

  private static Value flag(String field) {
    return items -> {
      OptionalDouble value = items.number(field);
      return value.isPresent() ? OptionalDouble.of(value.getAsDouble() == 0 ? 0 : 1) : value;
    };
  }

  /** Half a sum would pass for the whole, so both parts are needed; night noise is below zero. */
  private static Value sumOfBoth() {
    return items -> {
      OptionalDouble remote = items.number(AC_SOLAR);
      OptionalDouble local = items.number(DC_SOLAR);
      return remote.isPresent() && local.isPresent()
          ? OptionalDouble.of(Math.max(0, remote.getAsDouble() + local.getAsDouble()))
          : OptionalDouble.empty();
    };
  }

  /** Finds one value among the items. */
  private interface Value {
    OptionalDouble in(JsonFields items);
  }

  private record Row(
      StandardPoint point, String vendorField, @Nullable String transform, Value value) {
    boolean isGrid() {
      return point == StandardPoint.GRID_W;
    }

    @Nullable String transform(boolean invertGrid) {
      return invertGrid && isGrid() ? NEGATE : transform;
    }
  }
}
