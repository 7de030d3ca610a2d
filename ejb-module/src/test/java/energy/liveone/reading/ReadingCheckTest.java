package energy.liveone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.aggregate.Sample;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.ReadingCheck.Checked;
import energy.liveone.reading.ReadingCheck.Quarantined;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingCheckTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final Duration RETENTION = Duration.ofDays(90);
  private static final CollectedSystem SYSTEM =
      new CollectedSystem(
          7,
          1,
          ZoneOffset.UTC,
          60,
          150,
          Map.of(
              "load_w", point(12, true), "solar_w", point(11, true), "grid_w", point(13, false)));

  @Test
  void samplesComeByPointAndTimeWhateverTheOrderOfTheReadings() {
    Checked checked =
        check(reading("load_w", -60, 3), reading("solar_w", -1, 2), reading("solar_w", -61, 1));

    assertThat(checked.points()).extracting(own -> own.point().id()).containsExactly(11, 12);
    assertThat(checked.points().get(0).samples()).containsExactly(sample(-61, 1), sample(-1, 2));
    assertThat(checked.points().get(1).samples()).containsExactly(sample(-60, 3));
  }

  @Test
  void ofReadingsOfTheSameTimeTheFirstCounts() {
    Checked checked =
        check(reading("load_w", -5, 1), reading("solar_w", -5, 7), reading("load_w", -5, 2));

    assertThat(checked.repeated()).isEqualTo(1);
    assertThat(checked.points().get(1).samples()).containsExactly(sample(-5, 1));
  }

  @Test
  void whatNoDeviceCanHaveMeasuredIsQuarantined() {
    Checked checked =
        check(
            reading("load_w", 0, Double.NaN),
            reading("load_w", -1, 1e9),
            reading("load_w", 301, 5),
            reading("load_w", -RETENTION.toSeconds() - 1, 5));

    assertThat(checked.points()).isEmpty();
    assertThat(checked.quarantined())
        .extracting(Quarantined::reason)
        .containsExactly("NOT_FINITE", "OUT_OF_RANGE", "IN_FUTURE", "TOO_OLD");
  }

  @Test
  void unknownAndInactivePointsHaveNoSamples() {
    Checked checked = check(reading("grid_w", 0, 1), reading("nonsense_w", 0, 1));

    assertThat(checked.points()).isEmpty();
    assertThat(checked.rejected()).isEqualTo(2);
  }

  @Test
  void minusZeroIsStoredAsZero() {
    Checked checked = check(reading("load_w", 0, -0.0));

    assertThat(checked.points().get(0).samples()).containsExactly(sample(0, 0.0));
  }

  private static Checked check(Reading... readings) {
    return ReadingCheck.check(SYSTEM, List.of(readings), NOW, RETENTION);
  }

  private static CollectedPoint point(int id, boolean active) {
    return new CollectedPoint(
        id, NumberClass.GAUGE, PointSource.SAMPLES, new PlausibleRange(0, 1e6), active);
  }

  private static Reading reading(String key, long secondsFromNow, double value) {
    return new Reading(new PointKey(key), NOW.plusSeconds(secondsFromNow), value);
  }

  private static Sample sample(long secondsFromNow, double value) {
    return new Sample(NOW.getEpochSecond() + secondsFromNow, value);
  }
}
