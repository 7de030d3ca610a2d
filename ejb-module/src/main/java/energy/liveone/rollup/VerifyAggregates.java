package energy.liveone.rollup;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.reading.CollectedSystem;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.JpaFiveMinuteTable;
import energy.liveone.reading.PointCatalog;
import energy.liveone.reading.Recomputation;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is stored with what it was made from, number by number: 5-minute rows with raw
 * readings, and, for points that are told as intervals and so have none, daily rows with 5-minute
 * rows.
 */
@Dependent
public class VerifyAggregates {
  private static final int MAX_EXAMPLES = 20;

  /**
   * Doubles that went through decimal text and back are equal; sums in another order may differ in
   * the last bits.
   */
  private static final double RELATIVE_TOLERANCE = 1e-12;

  private final PointCatalog catalog;
  private final Recomputation recomputation;
  private final JpaFiveMinuteTable fiveMinutes;
  private final VerifyDays days;

  @Inject
  VerifyAggregates(
      PointCatalog catalog,
      Recomputation recomputation,
      JpaFiveMinuteTable fiveMinutes,
      VerifyDays days) {
    this.catalog = catalog;
    this.recomputation = recomputation;
    this.fiveMinutes = fiveMinutes;
    this.days = days;
  }

  /**
   * What a verification found.
   *
   * @param compared rows that exist on either side
   * @param different rows that differ, or exist on one side only
   * @param examples the first differences in words
   */
  public record Verification(int compared, int different, List<String> examples) {
    public Verification {
      examples = List.copyOf(examples);
    }
  }

  /**
   * Verifies the complete 5-minute intervals of a system between two times, whose raw readings must
   * still be kept, and of intervals the days that end between them.
   */
  @Transactional
  public Verification verify(SystemId system, Instant from, Instant to) {
    long start = FiveMinuteBucket.endOf(from.getEpochSecond());
    long end = FiveMinuteBucket.endOf(to.getEpochSecond());
    int compared = 0;
    List<String> differences = new ArrayList<>();
    CollectedSystem collected = catalog.of(system).orElseThrow();
    for (CollectedPoint point : collected.points().values()) {
      if (!point.isSampled()) {
        continue;
      }
      Map<Long, Aggregate> computed = byEnd(recomputation.rows(collected, point, start, end));
      Map<Long, Aggregate> stored =
          byEnd(
              fiveMinutes
                  .range(List.of(point.id()), start, end)
                  .getOrDefault(point.id(), List.of()));
      TreeSet<Long> ends = new TreeSet<>(computed.keySet());
      ends.addAll(stored.keySet());
      compared += ends.size();
      for (long one : ends) {
        if (!same(computed.get(one), stored.get(one))) {
          differences.add(
              "point %d, interval to %s: stored %s, raw says %s"
                  .formatted(
                      point.id(), Instant.ofEpochSecond(one), stored.get(one), computed.get(one)));
        }
      }
    }
    compared += days.verify(collected, start, end, differences);
    return new Verification(
        compared,
        differences.size(),
        differences.subList(0, Math.min(MAX_EXAMPLES, differences.size())));
  }

  private static Map<Long, Aggregate> byEnd(List<Aggregate> rows) {
    Map<Long, Aggregate> byEnd = new HashMap<>();
    rows.forEach(row -> byEnd.put(row.end(), row));
    return byEnd;
  }

  /** Whether both are there and say the same. */
  static boolean same(@Nullable Aggregate a, @Nullable Aggregate b) {
    return a != null
        && b != null
        && a.count() == b.count()
        && a.coveredSeconds() == b.coveredSeconds()
        && a.flags() == b.flags()
        && same(a.min(), b.min())
        && same(a.max(), b.max())
        && same(a.avg(), b.avg())
        && same(a.sum(), b.sum())
        && same(a.first(), b.first())
        && same(a.last(), b.last())
        && same(a.delta(), b.delta());
  }

  private static boolean same(@Nullable Double a, @Nullable Double b) {
    if (a == null || b == null) {
      return Objects.equals(a, b);
    }
    return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  }
}
