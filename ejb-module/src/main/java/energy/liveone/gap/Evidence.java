package energy.liveone.gap;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.aggregate.Sample;
import energy.liveone.aggregate.SampleRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times for which there is data. Says the same as the aggregates' covered seconds. */
final class Evidence {
  private Evidence() {}

  /**
   * What samples cover: the time since the sample before, or one cadence when that is further away
   * than the tolerance.
   *
   * @param before the last sample before {@code samples}, null when there is none
   * @param samples ascending, all later than {@code before}
   */
  static List<Stretch> ofSamples(SampleRules rules, @Nullable Sample before, List<Sample> samples) {
    List<Stretch> covered = new ArrayList<>();
    Sample previous = before;
    for (Sample sample : samples) {
      long from = sample.t() - rules.cadenceSeconds();
      if (previous != null && (previous.t() > from || !rules.isGap(previous.t(), sample.t()))) {
        from = previous.t();
      }
      if (from < sample.t()) {
        covered.add(new Stretch(from, sample.t()));
      }
      previous = sample;
    }
    return Stretches.merged(covered);
  }

  /**
   * What rows of intervals cover: a row speaks for its covered seconds before its end, which may be
   * more than five minutes, and at least for its own five minutes.
   */
  static List<Stretch> ofRows(List<Aggregate> rows) {
    return Stretches.merged(
        rows.stream()
            .map(
                row ->
                    new Stretch(
                        row.end() - Math.max(row.coveredSeconds(), FiveMinuteBucket.SECONDS),
                        row.end()))
            .toList());
  }
}
