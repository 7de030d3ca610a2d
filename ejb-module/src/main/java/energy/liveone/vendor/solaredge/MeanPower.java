package energy.liveone.vendor.solaredge;

import energy.liveone.point.PointKey;
import energy.liveone.reading.Reading;
import energy.liveone.vendor.StandardPoint;
import energy.liveone.vendor.solaredge.MeterValues.Meter;
import energy.liveone.vendor.solaredge.MeterValues.Quarter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mean power of quarter hours as samples at their ends. A sample speaks for the time before it, so
 * a mean there says exactly what it knows.
 */
final class MeanPower {
  private MeanPower() {}

  /**
   * The samples of complete quarter hours.
   *
   * @param solar whether what the inverter makes is the sun's
   */
  static List<Reading> of(List<MeterValues> meters, boolean solar, Instant now) {
    Map<Instant, Double> production = byEnd(meters, Meter.PRODUCTION, now);
    Map<Instant, Double> purchased = byEnd(meters, Meter.PURCHASED, now);
    Map<Instant, Double> feedIn = byEnd(meters, Meter.FEEDIN, now);
    List<Reading> readings = new ArrayList<>();
    if (solar) {
      add(readings, StandardPoint.SOLAR_W.key(), production);
    }
    add(readings, StandardPoint.LOAD_W.key(), byEnd(meters, Meter.CONSUMPTION, now));
    purchased.keySet().retainAll(feedIn.keySet());
    purchased.replaceAll((end, watts) -> watts - feedIn.getOrDefault(end, 0.0));
    add(readings, StandardPoint.GRID_W.key(), purchased);
    return readings;
  }

  private static Map<Instant, Double> byEnd(List<MeterValues> meters, Meter wanted, Instant now) {
    Map<Instant, Double> byEnd = new TreeMap<>();
    for (MeterValues meter : meters) {
      if (meter.meter() == wanted) {
        for (Quarter quarter : meter.quarters()) {
          if (!quarter.end().plus(SolarEdgePoints.REFINED).isAfter(now)) {
            byEnd.put(quarter.end(), quarter.value());
          }
        }
      }
    }
    return byEnd;
  }

  private static void add(List<Reading> readings, PointKey point, Map<Instant, Double> byEnd) {
    byEnd.forEach((end, watts) -> readings.add(new Reading(point, end, watts)));
  }
}
