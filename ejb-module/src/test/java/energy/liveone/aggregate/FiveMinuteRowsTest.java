package energy.liveone.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.liveone.point.NumberClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiveMinuteRowsTest {
  private static final SampleRules GAUGE = new SampleRules(NumberClass.GAUGE, 60, 150);
  private static final SampleRules COUNTER = new SampleRules(NumberClass.COUNTER, 60, 150);
  private static final SampleRules INTERVAL = new SampleRules(NumberClass.INTERVAL, 60, 150);
  private static final long ALL = 1_000_000;

  @Test
  void sampleOnTheBoundaryIsCountedOnceInTheBucketThatEndsThere() {
    var rows = rows(GAUGE, null, s(240, 1), s(300, 2), s(360, 3));

    assertThat(rows).extracting(Aggregate::end).containsExactly(300L, 600L);
    assertThat(rows).extracting(Aggregate::count).containsExactly(2, 1);
    assertThat(rows.get(0).last()).isEqualTo(2);
  }

  @Test
  void aSampleCoversTheTimeSinceTheSampleBefore() {
    var row = rows(GAUGE, s(0, 9), s(60, 100), s(180, 400)).get(0);

    assertThat(row.coveredSeconds()).isEqualTo(180);
    assertThat(row.avg()).isEqualTo((100.0 * 60 + 400.0 * 120) / 180);
  }

  @Test
  void theSampleAfterTheBoundaryCoversTheTailOfTheBucketBefore() {
    var rows = rows(GAUGE, s(0, 1), s(120, 10), s(270, 20), s(330, 50));

    assertThat(rows.get(0).coveredSeconds()).isEqualTo(300);
    assertThat(rows.get(0).count()).isEqualTo(2);
    assertThat(rows.get(0).avg()).isEqualTo((10.0 * 120 + 20.0 * 150 + 50.0 * 30) / 300);
    assertThat(rows.get(0).has(Flag.PARTIAL)).isFalse();
    assertThat(rows.get(1).coveredSeconds()).isEqualTo(30);
  }

  @Test
  void afterAGapASampleVouchesForOneCadenceOnly() {
    var rows = rows(GAUGE, s(60, 5), s(1190, 7));

    assertThat(rows).extracting(Aggregate::end).containsExactly(1200L);
    assertThat(rows.get(0).coveredSeconds()).isEqualTo(60);
    assertThat(rows.get(0).has(Flag.GAP)).isTrue();
    assertThat(rows.get(0).has(Flag.PARTIAL)).isTrue();
  }

  @Test
  void theFirstSampleEverIsNoGap() {
    assertThat(rows(GAUGE, null, s(250, 5)).get(0).has(Flag.GAP)).isFalse();
  }

  @Test
  void counterDeltaSpansTheBucketBoundary() {
    var rows = rows(COUNTER, s(240, 100.0), s(300, 100.5), s(360, 101.25));

    assertThat(rows.get(0).delta()).isEqualTo(0.5);
    assertThat(rows.get(1).delta()).isEqualTo(0.75);
    assertThat(rows.get(1).sum()).isNull();
  }

  @Test
  void firstCounterSampleGivesNoDelta() {
    assertThat(rows(COUNTER, null, s(60, 812.5)).get(0).delta()).isNull();
  }

  @Test
  void aFallOfMoreThanOnePercentIsAReset() {
    var row = rows(COUNTER, s(0, 1000), s(60, 2), s(120, 3)).get(0);

    assertThat(row.delta()).isEqualTo(1.0);
    assertThat(row.has(Flag.RESET)).isTrue();
    assertThat(row.last()).isEqualTo(3);
  }

  @Test
  void theWayBackUpAfterASmallFallIsNotCountedTwice() {
    var row = rows(COUNTER, s(0, 1000), s(60, 998), s(120, 1001)).get(0);

    assertThat(row.delta()).isEqualTo(1.0);
    assertThat(row.has(Flag.RESET)).isFalse();
  }

  @Test
  void afterAGapTheWholeDeltaGoesToTheFirstIntervalAndIsEstimated() {
    var rows = rows(COUNTER, s(60, 10), s(7230, 16), s(7290, 16.1));

    assertThat(rows).extracting(Aggregate::end).containsExactly(7200L, 7500L);
    assertThat(rows.get(1).delta()).isCloseTo(6.1, within(1e-9));
    assertThat(rows.get(1).has(Flag.ESTIMATED)).isTrue();
  }

  @Test
  void intervalEnergyIsSummed() {
    var row = rows(INTERVAL, s(0, 0), s(60, 0.02), s(120, 0.03)).get(0);

    assertThat(row.sum()).isCloseTo(0.05, within(1e-12));
    assertThat(row.avg()).isNull();
  }

  @Test
  void energyOfAllRowsIsTheIntegralOverTheSamples() {
    Random random = new Random(7);
    List<Sample> samples = new ArrayList<>();
    long t = 0;
    double integral = 0;
    for (int i = 0; i < 5_000; i++) {
      long step = 1L + random.nextInt(150);
      t += step;
      double value = random.nextDouble() * 5000;
      samples.add(new Sample(t, value));
      integral += value * step;
    }

    var rows = FiveMinuteRows.compute(GAUGE, new Sample(0, 0), samples, 0, ALL).rows();

    double energy = rows.stream().mapToDouble(r -> r.avg() * r.coveredSeconds()).sum();
    assertThat(energy).isCloseTo(integral, within(1e-3));
    assertThat(rows).allMatch(r -> r.coveredSeconds() <= 300);
  }

  @Test
  void computingInPiecesGivesTheSameRowsAsComputingAtOnce() {
    Random random = new Random(11);
    List<Sample> samples = new ArrayList<>();
    long t = 0;
    double level = 500;
    for (int i = 0; i < 2_000; i++) {
      t += random.nextInt(40) == 0 ? 2_000 : 20 + random.nextInt(100);
      level +=
          random.nextInt(300) == 0 ? -3 : random.nextInt(900) == 0 ? -200 : random.nextDouble();
      samples.add(new Sample(t, level));
    }
    var atOnce = FiveMinuteRows.compute(COUNTER, null, samples, 0, ALL).rows();

    List<Aggregate> inPieces = new ArrayList<>();
    Sample before = null;
    for (long end = 300; end <= t + 300; end += 300) {
      long bucket = end;
      var own =
          samples.stream().filter(s -> s.t() > bucket - 300 && s.t() <= bucket + 300).toList();
      var piece = FiveMinuteRows.compute(COUNTER, before, own, bucket, bucket);
      inPieces.addAll(piece.rows());
      var inBucket = own.stream().filter(s -> s.t() <= bucket).toList();
      before = FiveMinuteRows.compute(COUNTER, before, inBucket, bucket, bucket).last();
    }

    assertThat(inPieces).isEqualTo(atOnce);
  }

  private static List<Aggregate> rows(SampleRules rules, Sample before, Sample... samples) {
    return FiveMinuteRows.compute(rules, before, List.of(samples), 0, ALL).rows();
  }

  private static Sample s(long t, double value) {
    return new Sample(t, value);
  }
}
