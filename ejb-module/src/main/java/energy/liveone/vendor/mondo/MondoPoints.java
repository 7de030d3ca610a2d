package energy.liveone.vendor.mondo;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.StandardPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Circuits → points: two for each circuit, and those of the site that every vendor has. Power in W,
 * energy in kWh, charge in %.
 */
final class MondoPoints {
  private static final String SUM_OF_SOLAR =
      "[{\"op\":\"sum\",\"of\":[\"PvInverter\",\"HybridPv\"]},{\"op\":\"abs\"}]";
  private static final String SUM_OF_BATTERIES = "{\"op\":\"sum\",\"of\":[\"HybridBattery\"]}";
  private static final String NEGATED_SUM =
      "[{\"op\":\"sum\",\"of\":[\"HybridBattery\"]},{\"op\":\"negate\"}]";
  private static final String KILOWATTS =
      "[{\"op\":\"scale\",\"by\":1000},{\"op\":\"clampMin\",\"value\":0}]";
  private static final String ABS = "{\"op\":\"abs\"}";
  private static final String WH_COUNTER = "[{\"op\":\"scale\",\"by\":0.001},{\"op\":\"counter\"}]";

  private MondoPoints() {}

  /** The points of the site itself. */
  static List<PointDefinition> ofSite(boolean hasBattery, boolean invertBattery) {
    List<PointDefinition> points = new ArrayList<>();
    points.add(StandardPoint.SOLAR_W.from("PvInverter+HybridPv", SUM_OF_SOLAR));
    if (hasBattery) {
      String sum = invertBattery ? NEGATED_SUM : SUM_OF_BATTERIES;
      points.add(StandardPoint.BATTERY_W.from("HybridBattery", sum));
    }
    points.add(StandardPoint.GRID_W.from("GateMeter", null));
    points.add(StandardPoint.LOAD_W.from("demand", KILOWATTS));
    if (hasBattery) {
      points.add(StandardPoint.BATTERY_SOC.from("battery.stateOfCharge", null));
    }
    return points;
  }

  /** All points of a site with these circuits. */
  static List<PointDefinition> of(List<MondoCircuit> circuits, boolean invertBattery) {
    boolean hasBattery = circuits.stream().anyMatch(one -> one.type() == LoadType.BATTERY);
    List<PointDefinition> points = new ArrayList<>(ofSite(hasBattery, invertBattery));
    for (MondoCircuit circuit : circuits) {
      points.add(power(circuit));
      points.add(energy(circuit));
    }
    return points;
  }

  private static PointDefinition power(MondoCircuit circuit) {
    LoadType type = circuit.type();
    return new PointDefinition(
        new PointKey(circuit.slug() + "_w"),
        MetricType.POWER,
        NumberClass.GAUGE,
        type.subsystem(),
        type.pointType(),
        circuit.name(),
        "W",
        circuit.id() + "/energyNowW",
        type.isMagnitude() ? ABS : null,
        type.isMagnitude() ? PlausibleRange.POSITIVE_POWER : PlausibleRange.POWER,
        true);
  }

  private static PointDefinition energy(MondoCircuit circuit) {
    LoadType type = circuit.type();
    return new PointDefinition(
        new PointKey(circuit.slug() + "_kwh"),
        MetricType.ENERGY,
        NumberClass.COUNTER,
        type.subsystem(),
        type.pointType(),
        circuit.name(),
        "kWh",
        circuit.id() + "/totalEnergyWh",
        WH_COUNTER,
        PlausibleRange.LIFETIME_ENERGY,
        false);
  }

  /** The readings of the circuits, each of the minute of the poll. */
  static List<Reading> readings(List<MondoCircuit> circuits, Instant time) {
    List<Reading> readings = new ArrayList<>();
    for (MondoCircuit circuit : circuits) {
      add(readings, new PointKey(circuit.slug() + "_w"), time, circuit.watts());
      add(readings, new PointKey(circuit.slug() + "_kwh"), time, circuit.kwh());
    }
    return readings;
  }

  static void add(List<Reading> readings, PointKey key, Instant time, OptionalDouble value) {
    value.ifPresent(number -> readings.add(new Reading(key, time, number)));
  }
}
