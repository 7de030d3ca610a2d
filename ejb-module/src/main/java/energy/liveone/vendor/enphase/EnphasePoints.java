package energy.liveone.vendor.enphase;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.StandardPoint;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Vendor field → point. Powers are means of their interval in W; energies come in Wh of their
 * interval and are kept in kWh; all are at least 0. Meters and batteries are asked only where an
 * option says so, because each costs a call per poll.
 */
final class EnphasePoints {
  private static final double WH_PER_KWH = 1_000;
  private static final int MICRO_MINUTES = 5;
  private static final int METER_MINUTES = 15;

  private static final List<Feed> FEEDS =
      List.of(
          new Feed(
              "/telemetry/production_micro",
              MICRO_MINUTES,
              null,
              List.of(
                  new Row(
                      StandardPoint.SOLAR_W.from("powr", null).fromIntervals(),
                      row -> row.number("powr")),
                  energy(StandardPoint.SOLAR_INTERVAL_KWH, "enwh", MICRO_MINUTES, "", "enwh"),
                  new Row(
                      devicesReporting().fromIntervals(), row -> row.number("devices_reporting")))),
          new Feed(
              "/telemetry/consumption_meter",
              METER_MINUTES,
              "consumption",
              List.of(meter(StandardPoint.LOAD_INTERVAL_KWH, "consumption.enwh", "", "enwh"))),
          new Feed(
              "/telemetry/battery",
              METER_MINUTES,
              "battery",
              List.of(
                  meter(StandardPoint.BATTERY_CHARGE_INTERVAL_KWH, "charge.enwh", "charge", "enwh"),
                  meter(
                      StandardPoint.BATTERY_DISCHARGE_INTERVAL_KWH,
                      "discharge.enwh",
                      "discharge",
                      "enwh"),
                  new Row(
                      StandardPoint.BATTERY_SOC.from("soc.percent", null).fromIntervals(),
                      row -> number(row, "soc", "percent")))),
          new Feed(
              "/energy_import_telemetry",
              METER_MINUTES,
              "grid",
              List.of(
                  meter(StandardPoint.GRID_IMPORT_INTERVAL_KWH, "wh_imported", "", "wh_imported"))),
          new Feed(
              "/energy_export_telemetry",
              METER_MINUTES,
              "grid",
              List.of(
                  meter(
                      StandardPoint.GRID_EXPORT_INTERVAL_KWH, "wh_exported", "", "wh_exported"))));

  private EnphasePoints() {}

  /** The points of a system with these options. */
  static List<PointDefinition> definitions(VendorSystem system) {
    return feeds(system).stream()
        .flatMap(feed -> feed.rows().stream())
        .map(Row::definition)
        .toList();
  }

  /** What is asked for a system, the most important first. */
  static List<Feed> feeds(VendorSystem system) {
    return FEEDS.stream()
        .filter(feed -> feed.option() == null || system.isOn(feed.option()))
        .toList();
  }

  /**
   * A document of telemetry.
   *
   * @param path below the system's
   * @param minutes length of its intervals
   * @param option the system's option that asks for it, null when it is always asked for
   */
  record Feed(String path, int minutes, @Nullable String option, List<Row> rows) {
    Duration interval() {
      return Duration.ofMinutes(minutes);
    }
  }

  /** One point, and where in an interval its value is; an absent one is no reading. */
  record Row(PointDefinition definition, Function<JsonFields, OptionalDouble> value) {
    PointKey key() {
      return definition.key();
    }
  }

  private static PointDefinition devicesReporting() {
    return new PointDefinition(
        new PointKey("devices_reporting"),
        MetricType.COUNT,
        NumberClass.GAUGE,
        "solar",
        "diagnostic",
        "Microinverters reporting",
        "",
        "devices_reporting",
        null,
        new PlausibleRange(0, 100_000),
        false);
  }

  private static Row meter(StandardPoint point, String vendorField, String object, String field) {
    return energy(point, vendorField, METER_MINUTES, object, field);
  }

  private static Row energy(
      StandardPoint point, String vendorField, int minutes, String object, String field) {
    String transform =
        "[{\"op\":\"scale\",\"by\":0.001},{\"op\":\"interval\",\"minutes\":" + minutes + "}]";
    return new Row(
        point.from(vendorField, transform).fromIntervals(),
        row -> {
          OptionalDouble wattHours = number(row, object, field);
          return wattHours.isPresent()
              ? OptionalDouble.of(wattHours.getAsDouble() / WH_PER_KWH)
              : wattHours;
        });
  }

  /** A number of the interval, or of an object in it. */
  private static OptionalDouble number(JsonFields row, String object, String field) {
    return object.isEmpty()
        ? row.number(field)
        : row.object(object).map(nested -> nested.number(field)).orElseGet(OptionalDouble::empty);
  }
}
