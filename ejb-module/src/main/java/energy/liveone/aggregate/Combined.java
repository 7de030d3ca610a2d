package energy.liveone.aggregate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From rows of short intervals to the row of a longer one: 5 minutes to half hours, hours and days.
 * Averages are weighted by the time that each row covers, never averaged again; deltas and totals
 * add up; flags accumulate.
 */
public final class Combined {
  private Combined() {}

  /**
   * Combines rows of one point.
   *
   * <p>A row may be longer than five minutes, where a vendor tells half hours for one. It belongs
   * to the longer interval in which it ends, which is never covered by more than its length.
   *
   * @param rows ascending by end
   * @param end inclusive end of the longer interval, epoch seconds
   * @param seconds its length
   * @return the row, or nothing when there are no rows
   */
  public static Optional<Aggregate> of(List<Aggregate> rows, long end, int seconds) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Double min = null;
    Double max = null;
    Double sum = null;
    Double delta = null;
    Double first = null;
    Double last = null;
    double weighted = 0;
    int weight = 0;
    int covered = 0;
    int count = 0;
    int flags = 0;
    for (Aggregate row : rows) {
      min = row.min() == null ? min : min == null ? row.min() : (Double) Math.min(min, row.min());
      max = row.max() == null ? max : max == null ? row.max() : (Double) Math.max(max, row.max());
      sum = plus(sum, row.sum());
      delta = plus(delta, row.delta());
      first = first == null ? row.first() : first;
      last = row.last() == null ? last : row.last();
      Double avg = row.avg();
      if (avg != null) {
        weighted += avg * row.coveredSeconds();
        weight += row.coveredSeconds();
      }
      covered += row.coveredSeconds();
      count += row.count();
      flags |= row.flags();
    }
    return Optional.of(
        new Aggregate(
            end,
            min,
            max,
            weight == 0 ? null : (Double) (weighted / weight),
            sum,
            count,
            first,
            last,
            delta,
            Math.min(covered, seconds),
            withPartial(flags, covered < seconds)));
  }

  /** A day with every second covered is not partial, whatever its rows said of themselves. */
  private static int withPartial(int flags, boolean partial) {
    return partial ? flags | Flag.PARTIAL.bit() : flags & ~Flag.PARTIAL.bit();
  }

  private static @Nullable Double plus(@Nullable Double a, @Nullable Double b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : (Double) (a + b);
  }
}
