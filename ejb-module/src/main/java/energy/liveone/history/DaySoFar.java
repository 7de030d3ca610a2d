package energy.liveone.history;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a system's own local day has brought until now.
 *
 * @param means of gauges
 * @param totals of counters and intervals; what is not known is missing
 */
public record DaySoFar(
    SystemId system,
    LocalDay day,
    ZoneId zone,
    Map<PointKey, QuarterHours> means,
    Map<PointKey, Double> totals) {
  public DaySoFar {
    means = Map.copyOf(means);
    totals = Map.copyOf(totals);
  }
}
