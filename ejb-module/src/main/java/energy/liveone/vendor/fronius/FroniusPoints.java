package energy.liveone.vendor.fronius;

import energy.liveone.point.PointDefinition;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.StandardPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collector's field → point. Power in W, charge in %, interval energy in Wh since the previous push
 * (kWh here); signs are already ours. A {@code faultCode} is a text of which only a number can be
 * stored: any other text yields no reading.
 */
final class FroniusPoints {
  private static final double WH_PER_KWH = 1000;
  private static final String SOLAR = "solarW";
  private static final String LOCAL = "solarLocalW";
  private static final String REMOTE = "solarRemoteW";
  private static final String INTERVAL = "[{\"op\":\"scale\",\"by\":0.001},{\"op\":\"interval\"}]";

  /** The point that only a Datamanager's own format has. */
  private static final String NATIVE_COUNTER =
      "[{\"op\":\"scale\",\"by\":0.001},{\"op\":\"counter\"}]";

  private static final List<Row> ROWS =
      List.of(
          new Row(StandardPoint.SOLAR_W, "Solar", SOLAR, null, solar()),
          gauge(StandardPoint.SOLAR_LOCAL_W, "Solar local", LOCAL),
          gauge(StandardPoint.SOLAR_REMOTE_W, "Solar remote", REMOTE),
          gauge(StandardPoint.LOAD_W, "Load", "loadW"),
          gauge(StandardPoint.BATTERY_W, "Battery", "batteryW"),
          gauge(StandardPoint.GRID_W, "Grid", "gridW"),
          gauge(StandardPoint.BATTERY_SOC, "Battery", "batterySOC"),
          energy(StandardPoint.SOLAR_INTERVAL_KWH, "Solar energy", "solarWhInterval"),
          energy(StandardPoint.LOAD_INTERVAL_KWH, "Load energy", "loadWhInterval"),
          energy(
              StandardPoint.BATTERY_CHARGE_INTERVAL_KWH, "Battery charge", "batteryInWhInterval"),
          energy(
              StandardPoint.BATTERY_DISCHARGE_INTERVAL_KWH,
              "Battery discharge",
              "batteryOutWhInterval"),
          energy(StandardPoint.GRID_IMPORT_INTERVAL_KWH, "Grid import", "gridInWhInterval"),
          energy(StandardPoint.GRID_EXPORT_INTERVAL_KWH, "Grid export", "gridOutWhInterval"),
          new Row(StandardPoint.FAULT_CODE, "Fault", "faultCode", null, faultCode()),
          new Row(StandardPoint.FAULT_TIME, "Fault time", "faultTimestamp", null, faultTime()),
          new Row(
              StandardPoint.GENERATOR_ACTIVE, "Generator", "generatorStatus", null, generator()));

  private FroniusPoints() {}

  /** The points of a new system; those that its format never fills are hidden at first. */
  static List<PointDefinition> definitions(boolean nativeFormat) {
    List<PointDefinition> definitions = new ArrayList<>();
    for (Row row : ROWS) {
      boolean visible = !nativeFormat || FroniusPowerFlow.FILLS.contains(row.point);
      definitions.add(row.point.from(row.field, row.transform, row.label, visible));
    }
    definitions.add(
        StandardPoint.SOLAR_KWH.from("E_Total", NATIVE_COUNTER, "Solar energy", nativeFormat));
    return definitions;
  }

  /** The names of the fields that carry values. */
  static Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    ROWS.forEach(row -> fields.add(row.field));
    return fields;
  }

  /** The readings in a collector's push. */
  static List<Reading> readings(JsonFields body, Instant time) {
    List<Reading> readings = new ArrayList<>(ROWS.size());
    for (Row row : ROWS) {
      row.value
          .in(body)
          .ifPresent(value -> readings.add(new Reading(row.point.key(), time, value)));
    }
    return readings;
  }

  private static Row gauge(StandardPoint point, String label, String field) {
    return new Row(point, label, field, null, body -> body.number(field));
  }

  private static Row energy(StandardPoint point, String label, String field) {
    return new Row(
        point,
        label,
        field,
        INTERVAL,
        body -> {
          OptionalDouble wattHours = body.number(field);
          return wattHours.isPresent()
              ? OptionalDouble.of(wattHours.getAsDouble() / WH_PER_KWH)
              : wattHours;
        });
  }

  /** The total, else the sum of its parts when both are told. */
  private static Value solar() {
    return body -> {
      OptionalDouble local = body.number(LOCAL);
      OptionalDouble remote = body.number(REMOTE);
      return body.number(SOLAR).isEmpty() && local.isPresent() && remote.isPresent()
          ? OptionalDouble.of(local.getAsDouble() + remote.getAsDouble())
          : body.number(SOLAR);
    };
  }

  private static Value generator() {
    return body -> {
      OptionalDouble status = body.number("generatorStatus");
      return status.isPresent() ? OptionalDouble.of(status.getAsDouble() == 0 ? 0 : 1) : status;
    };
  }

  private static Value faultCode() {
    return body ->
        body.text("faultCode")
            .filter(FroniusPoints::isDigits)
            .map(code -> OptionalDouble.of(Double.parseDouble(code)))
            .orElseGet(() -> body.number("faultCode"));
  }

  private static boolean isDigits(String text) {
    return text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Value faultTime() {
    return body ->
        body.text("faultTimestamp")
            .flatMap(FroniusPayload::time)
            .map(time -> OptionalDouble.of((double) time.getEpochSecond()))
            .orElse(OptionalDouble.empty());
  }

  /** Finds one value in a body. */
  private interface Value {
    OptionalDouble in(JsonFields body);
  }

  private record Row(
      StandardPoint point, String label, String field, @Nullable String transform, Value value) {}
}
