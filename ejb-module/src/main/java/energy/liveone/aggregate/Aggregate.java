package energy.liveone.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * The samples of one point in one interval, summed up. What has no meaning for the point's class of
 * number, or no evidence, is null; null is never zero.
 *
 * @param end inclusive end of the interval, epoch seconds
 * @param min lowest sample
 * @param max highest sample
 * @param avg gauges: mean weighted by the time that each sample covers
 * @param sum gauges: plain sum of samples; interval numbers: their total
 * @param count samples that belong to the interval
 * @param first first sample; counters: its level
 * @param last last sample; counters: the level from which the next delta starts
 * @param delta counters: energy within the interval; null when only a first sample exists
 * @param coveredSeconds seconds of the interval that samples evidence; of a row that holds a
 *     vendor's own interval its length, which may be more than five minutes
 * @param flags mask of {@link Flag}
 */
public record Aggregate(
    long end,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable Double avg,
    @Nullable Double sum,
    int count,
    @Nullable Double first,
    @Nullable Double last,
    @Nullable Double delta,
    int coveredSeconds,
    int flags) {

  /** Whether the aggregate has this flag. */
  public boolean has(Flag flag) {
    return flag.in(flags);
  }
}
