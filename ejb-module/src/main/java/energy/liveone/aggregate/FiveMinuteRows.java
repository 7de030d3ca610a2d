package energy.liveone.aggregate;

import energy.liveone.point.NumberClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the samples of one point to its 5-minute rows.
 *
 * <p>A sample speaks for the time since the sample before it: it covers {@code (previous, t]}, or
 * one cadence when the sample before is further away than the tolerance. So the energy of a day,
 * {@code Σ avg · covered}, is the integral over the samples wherever the bucket boundaries fall,
 * and a row depends only on its own samples, the one before and the one after.
 */
public final class FiveMinuteRows {
  private final SampleRules rules;

  /** Ascending by end; a list, as samples come in order and so almost always touch the last one. */
  private final List<RowInMaking> rows = new ArrayList<>();

  private @Nullable Sample previous;

  private FiveMinuteRows(SampleRules rules, @Nullable Sample before) {
    this.rules = rules;
    this.previous = before;
  }

  /**
   * Computes rows.
   *
   * @param rules how the samples are read
   * @param before the last sample before {@code samples}, null when there is none; of counters its
   *     value is the level
   * @param samples ascending in time, at most one per time, all later than {@code before}
   * @param fromEnd end of the first wanted bucket
   * @param toEnd end of the last wanted bucket; samples after it only tell what they cover of it
   */
  public static Result compute(
      SampleRules rules, @Nullable Sample before, List<Sample> samples, long fromEnd, long toEnd) {
    FiveMinuteRows making = new FiveMinuteRows(rules, before);
    samples.forEach(making::add);
    List<Aggregate> wanted = new ArrayList<>();
    for (RowInMaking row : making.rows) {
      if (row.end() >= fromEnd && row.end() <= toEnd) {
        wanted.add(row.finish(rules.numberClass()));
      }
    }
    return new Result(wanted, making.previous);
  }

  /**
   * The rows, and where the next computation starts.
   *
   * @param rows ascending by end; buckets without any evidence have no row
   * @param last the last sample seen; of counters its value is the level
   */
  public record Result(List<Aggregate> rows, @Nullable Sample last) {}

  private void add(Sample sample) {
    Sample before = previous;
    boolean afterGap = before != null && rules.isGap(before.t(), sample.t());
    cover(sample, before);
    RowInMaking row = row(FiveMinuteBucket.endOf(sample.t()));
    if (afterGap) {
      row.mark(Flag.GAP);
    }
    if (rules.numberClass() == NumberClass.COUNTER) {
      CounterRule step = CounterRule.step(before == null ? null : before.value(), sample.value());
      row.addLevel(step.level());
      row.addDelta(step.delta(), afterGap, step.reset());
      previous = new Sample(sample.t(), step.level());
      return;
    }
    row.addSample(sample.value());
    if (afterGap && rules.numberClass() == NumberClass.INTERVAL) {
      row.mark(Flag.ESTIMATED);
    }
    previous = sample;
  }

  private void cover(Sample sample, @Nullable Sample before) {
    long from = sample.t() - rules.cadenceSeconds();
    if (before != null && (before.t() > from || !rules.isGap(before.t(), sample.t()))) {
      from = before.t();
    }
    while (from < sample.t()) {
      long end = FiveMinuteBucket.endOf(from + 1);
      long to = Math.min(end, sample.t());
      row(end).cover((int) (to - from), sample.value());
      from = to;
    }
  }

  private RowInMaking row(long end) {
    int place = rows.size();
    while (place > 0 && rows.get(place - 1).end() > end) {
      place--;
    }
    if (place > 0 && rows.get(place - 1).end() == end) {
      return rows.get(place - 1);
    }
    RowInMaking row = new RowInMaking(end);
    rows.add(place, row);
    return row;
  }
}
