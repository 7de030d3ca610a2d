package energy.liveone.api.data;

import energy.liveone.history.DaySoFar;
import energy.liveone.history.QuarterHours;
import energy.liveone.point.PointKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shape of {@code GET /api/data/today}: one entry per system that has any of the points. */
public record TodayAnswer(boolean success, List<DayLine> data, Map<String, Integer> metadata) {
  /**
   * One system's day.
   *
   * @param from local midnight, as ISO-8601 with the offset of the system's zone
   * @param to the next one
   * @param totals of counters and intervals, by point; a missing key means not known
   * @param means of gauges over quarter hours from midnight on, by point; null where there is
   *     nothing, and the list ends with the last one known
   */
  public record DayLine(
      int systemId,
      String day,
      String from,
      String to,
      Map<String, Double> totals,
      Map<String, List<@Nullable Double>> means) {
    static DayLine of(DaySoFar day) {
      Map<String, Double> totals = new TreeMap<>();
      day.totals().forEach((PointKey key, Double value) -> totals.put(key.value(), value));
      Map<String, List<@Nullable Double>> means = new TreeMap<>();
      day.means()
          .forEach((PointKey key, QuarterHours known) -> means.put(key.value(), list(known)));
      return new DayLine(
          day.system().value(),
          day.day().date().toString(),
          iso(day.day().start(), day.zone()),
          iso(day.day().end(), day.zone()),
          totals,
          means);
    }

    private static List<@Nullable Double> list(QuarterHours known) {
      List<@Nullable Double> means = new ArrayList<>();
      for (int i = 0; i < known.size(); i++) {
        double mean = known.meanAt(i);
        if (!Double.isNaN(mean)) {
          while (means.size() < i) {
            means.add(null);
          }
          means.add(mean);
        }
      }
      return means;
    }

    private static String iso(long epochSecond, ZoneId zone) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
          Instant.ofEpochSecond(epochSecond).atZone(zone).toOffsetDateTime());
    }
  }

  static TodayAnswer of(List<DaySoFar> days) {
    return new TodayAnswer(
        true, days.stream().map(DayLine::of).toList(), Map.of("stepSeconds", QuarterHours.SECONDS));
  }
}
