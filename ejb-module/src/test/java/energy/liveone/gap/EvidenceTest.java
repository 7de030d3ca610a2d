package energy.liveone.gap;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.FiveMinuteRows;
import energy.liveone.aggregate.Sample;
import energy.liveone.aggregate.SampleRules;
import energy.liveone.point.NumberClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final SampleRules RULES = new SampleRules(NumberClass.GAUGE, 60, 150);

  @Test
  void sampleAfterGapVouchesForOneCadence() {
    List<Stretch> evidence =
        Evidence.ofSamples(RULES, null, List.of(new Sample(1000, 1), new Sample(1500, 1)));

    assertThat(evidence).containsExactly(new Stretch(940, 1000), new Stretch(1440, 1500));
  }

  @Test
  void samplesWithinToleranceLeaveNothingOut() {
    List<Stretch> evidence =
        Evidence.ofSamples(RULES, null, List.of(new Sample(1000, 1), new Sample(1150, 1)));

    assertThat(evidence).containsExactly(new Stretch(940, 1150));
  }

  @Test
  void rowOfHalfAnHourSpeaksForHalfAnHour() {
    assertThat(Evidence.ofRows(List.of(row(3600, 1800), row(3900, 120))))
        .containsExactly(new Stretch(1800, 3900));
  }

  /**
   * What the writer notes when samples resume, together with what the samples evidence, is all of
   * the time; and the evidence is as long as the aggregates say.
   */
  @RepeatedTest(100)
  void silencesAndEvidenceCoverEverything(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<Sample> samples = new ArrayList<>();
    List<Stretch> silences = new ArrayList<>();
    long t = 300_000;
    samples.add(new Sample(t, 1));
    for (int i = 0; i < 40; i++) {
      long next = t + (random.nextInt(5) == 0 ? random.nextInt(4_000) + 1 : 60);
      if (RULES.isGap(t, next)) {
        silences.add(new Stretch(t, next - RULES.cadenceSeconds()));
      }
      samples.add(new Sample(next, 1));
      t = next;
    }
    Stretch whole = new Stretch(300_000 - 60, t);

    List<Stretch> evidence = Evidence.ofSamples(RULES, null, samples);

    assertThat(Stretches.minus(whole, evidence)).isEqualTo(silences);
    long covered =
        FiveMinuteRows.compute(RULES, null, samples, 0, Long.MAX_VALUE).rows().stream()
            .mapToLong(Aggregate::coveredSeconds)
            .sum();
    assertThat(evidence.stream().mapToLong(Stretch::seconds).sum()).isEqualTo(covered);
  }

  private static Aggregate row(long end, int covered) {
    return new Aggregate(end, null, null, 1.0, null, 1, null, null, null, covered, 0);
  }
}
