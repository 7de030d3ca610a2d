package energy.liveone.vendor.solaredge;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.StandardPoint;
import energy.liveone.vendor.solaredge.Battery.Telemetry;
import energy.liveone.vendor.solaredge.MeterValues.Meter;
import energy.liveone.vendor.solaredge.MeterValues.Quarter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Vendor field → point. Powers in W and signs are ours already; energies come in Wh and become kWh.
 * Battery points have samples of two calls, the flow and the telemetry, at different seconds; where
 * both name the same second, or a stretch is asked for again, the store keeps the first.
 */
final class SolarEdgePoints {
  /** The vendor still adds to a quarter hour for so long after its end. */
  static final Duration REFINED = Duration.ofMinutes(15);

  static final PointKey BATTERY_TEMPERATURE = new PointKey("battery_temp_c");

  private static final String DIRECTED = "{\"op\":\"direction\",\"negativeWhenTo\":\"%s\"}";
  private static final String COUNTER = "[{\"op\":\"scale\",\"by\":0.001},{\"op\":\"counter\"}]";
  private static final String QUARTER_HOUR =
      "[{\"op\":\"scale\",\"by\":0.001},{\"op\":\"interval\",\"minutes\":15}]";
  private static final double WH_PER_KWH = 1_000;

  private static final Map<Meter, StandardPoint> ENERGY =
      Map.of(
          Meter.PRODUCTION, StandardPoint.SOLAR_INTERVAL_KWH,
          Meter.CONSUMPTION, StandardPoint.LOAD_INTERVAL_KWH,
          Meter.PURCHASED, StandardPoint.GRID_IMPORT_INTERVAL_KWH,
          Meter.FEEDIN, StandardPoint.GRID_EXPORT_INTERVAL_KWH);

  private SolarEdgePoints() {}

  /** The points of a site that has these. */
  static List<PointDefinition> definitions(boolean meter, boolean battery) {
    List<PointDefinition> points = new ArrayList<>();
    points.add(StandardPoint.SOLAR_W.from("PV.currentPower", null));
    if (meter) {
      points.add(StandardPoint.LOAD_W.from("LOAD.currentPower", null));
      points.add(StandardPoint.GRID_W.from("GRID.currentPower", DIRECTED.formatted("grid")));
    }
    if (battery) {
      points.add(
          StandardPoint.BATTERY_W.from("STORAGE.currentPower", DIRECTED.formatted("storage")));
      points.add(StandardPoint.BATTERY_SOC.from("STORAGE.chargeLevel", null));
    }
    points.add(StandardPoint.SOLAR_KWH.from("lifeTimeData.energy", COUNTER));
    if (meter) {
      points.add(interval(StandardPoint.SOLAR_INTERVAL_KWH, "Production"));
      points.add(interval(StandardPoint.LOAD_INTERVAL_KWH, "Consumption"));
      points.add(interval(StandardPoint.GRID_IMPORT_INTERVAL_KWH, "Purchased"));
      points.add(interval(StandardPoint.GRID_EXPORT_INTERVAL_KWH, "FeedIn"));
    }
    if (battery) {
      points.add(StandardPoint.BATTERY_CHARGE_KWH.from("lifeTimeEnergyCharged", COUNTER));
      points.add(StandardPoint.BATTERY_DISCHARGE_KWH.from("lifeTimeEnergyDischarged", COUNTER));
      points.add(temperature());
    }
    return points;
  }

  private static PointDefinition interval(StandardPoint point, String meter) {
    return point.from(meter, QUARTER_HOUR).fromIntervals();
  }

  private static PointDefinition temperature() {
    return new PointDefinition(
        BATTERY_TEMPERATURE,
        MetricType.TEMPERATURE,
        NumberClass.GAUGE,
        "battery",
        "diagnostic",
        "Battery temperature",
        "°C",
        "internalTemp",
        null,
        new PlausibleRange(-50, 150),
        true);
  }

  /** The flow as samples of one moment. */
  static List<Reading> of(PowerFlow flow, Instant time) {
    List<Reading> readings = new ArrayList<>();
    add(readings, StandardPoint.SOLAR_W.key(), time, flow.solarW(), 1);
    add(readings, StandardPoint.LOAD_W.key(), time, flow.loadW(), 1);
    add(readings, StandardPoint.GRID_W.key(), time, flow.gridW(), 1);
    add(readings, StandardPoint.BATTERY_W.key(), time, flow.batteryW(), 1);
    add(readings, StandardPoint.BATTERY_SOC.key(), time, flow.socPercent(), 1);
    return readings;
  }

  /** The telemetry of a battery as samples at its own seconds. */
  static List<Reading> of(List<Telemetry> telemetries) {
    List<Reading> readings = new ArrayList<>();
    for (Telemetry one : telemetries) {
      Instant time = one.time();
      add(readings, StandardPoint.BATTERY_W.key(), time, one.powerW(), 1);
      add(readings, StandardPoint.BATTERY_SOC.key(), time, one.socPercent(), 1);
      add(readings, StandardPoint.BATTERY_CHARGE_KWH.key(), time, one.chargedWh(), WH_PER_KWH);
      add(
          readings,
          StandardPoint.BATTERY_DISCHARGE_KWH.key(),
          time,
          one.dischargedWh(),
          WH_PER_KWH);
      add(readings, BATTERY_TEMPERATURE, time, one.temperature(), 1);
    }
    return readings;
  }

  /** The inverter's power of the overview, on a site without a battery. */
  static Reading solar(double watts, Instant time) {
    return new Reading(StandardPoint.SOLAR_W.key(), time, watts);
  }

  /** The counter of the overview. */
  static Reading lifetime(double wattHours, Instant time) {
    return new Reading(StandardPoint.SOLAR_KWH.key(), time, wattHours / WH_PER_KWH);
  }

  /** Energies of quarter hours; those that may still grow count as estimated. */
  static List<IntervalReading> energies(List<MeterValues> meters, Instant now) {
    List<IntervalReading> readings = new ArrayList<>();
    for (MeterValues meter : meters) {
      PointKey point = ENERGY.get(meter.meter()).key();
      for (Quarter quarter : meter.quarters()) {
        readings.add(
            new IntervalReading(
                point,
                quarter.end(),
                MeterValues.QUARTER,
                quarter.value() / WH_PER_KWH,
                quarter.end().plus(REFINED).isAfter(now)
                    ? IntervalQuality.ESTIMATED
                    : IntervalQuality.ACTUAL));
      }
    }
    return readings;
  }

  private static void add(
      List<Reading> readings, PointKey point, Instant time, OptionalDouble value, double divisor) {
    value.ifPresent(number -> readings.add(new Reading(point, time, number / divisor)));
  }
}
