package energy.liveone.rollup;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.Combined;
import energy.liveone.aggregate.LocalDay;
import energy.liveone.reading.CollectedSystem;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.JpaFiveMinuteTable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the daily rows of points that are told as intervals with the 5-minute rows that they
 * were made from. Days that await their rows are left out.
 */
@Dependent
class VerifyDays {
  private final JpaFiveMinuteTable fiveMinutes;
  private final JpaDailyTable daily;

  @Inject
  VerifyDays(JpaFiveMinuteTable fiveMinutes, JpaDailyTable daily) {
    this.fiveMinutes = fiveMinutes;
    this.daily = daily;
  }

  /**
   * Verifies the days that end in {@code (from, to]}. Joins the caller's transaction.
   *
   * @param differences where differences are told in words
   * @return rows that exist on either side
   */
  int verify(CollectedSystem system, long from, long to, List<String> differences) {
    List<Integer> points =
        system.points().values().stream()
            .filter(point -> !point.isSampled())
            .map(CollectedPoint::id)
            .toList();
    if (points.isEmpty()) {
      return 0;
    }
    int compared = 0;
    LocalDay day = LocalDay.containing(from + 1, system.zone());
    while (day.end() <= to) {
      if (daily.isClean(system.id(), day)) {
        compared += verify(points, day, differences);
      }
      day = LocalDay.of(day.date().plusDays(1), system.zone());
    }
    return compared;
  }

  private int verify(List<Integer> points, LocalDay day, List<String> differences) {
    Map<Integer, List<Aggregate>> rows = fiveMinutes.range(points, day.start(), day.end());
    Map<Integer, Aggregate> stored = daily.rows(points, day);
    Set<Integer> either = new TreeSet<>(rows.keySet());
    either.addAll(stored.keySet());
    for (int point : either) {
      Aggregate computed =
          Combined.of(rows.getOrDefault(point, List.of()), day.end(), day.seconds()).orElse(null);
      if (!VerifyAggregates.same(computed, stored.get(point))) {
        differences.add(
            "point %d, day %s: stored %s, 5-minute rows say %s"
                .formatted(point, day.date(), stored.get(point), computed));
      }
    }
    return either.size();
  }
}
