package energy.liveone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.IntervalCheck.Checked;
import energy.liveone.reading.ReadingCheck.Quarantined;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalCheckTest {
  /** On the half hour. */
  private static final Instant HALF_PAST = Instant.ofEpochSecond(1_800_001_800L);

  private static final Instant NOW = HALF_PAST.plusSeconds(125);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final CollectedSystem SYSTEM =
      new CollectedSystem(
          7,
          1,
          ZoneOffset.UTC,
          60,
          150,
          Map.of(
              "price", point(11, NumberClass.GAUGE, PointSource.INTERVALS, true),
              "energy", point(12, NumberClass.INTERVAL, PointSource.INTERVALS, true),
              "off", point(13, NumberClass.GAUGE, PointSource.INTERVALS, false),
              "sampled", point(14, NumberClass.GAUGE, PointSource.SAMPLES, true)));

  @Test
  void intervalsComeByPoint() {
    Checked checked =
        check(reading("energy", 0, 1), reading("price", 0, -2), reading("energy", -30, 3));

    assertThat(checked.points()).extracting(own -> own.point().id()).containsExactly(11, 12);
    assertThat(checked.points().get(1).intervals())
        .extracting(StoredInterval::value)
        .containsExactly(1.0, 3.0);
    assertThat(checked.rejected()).isZero();
  }

  @Test
  void theRunningIntervalIsTakenAndTheNextIsNot() {
    Checked checked = check(reading("price", 30, 1), reading("price", 60, 2));

    assertThat(checked.points().get(0).intervals())
        .extracting(StoredInterval::end)
        .containsExactly(HALF_PAST.plusSeconds(1_800).getEpochSecond());
    assertThat(reasons(checked)).containsExactly("IN_FUTURE");
  }

  @Test
  void whatNoVendorCanHonestlySayIsQuarantined() {
    Checked checked =
        check(
            reading("price", 0, Double.NaN),
            reading("price", 0, 1e9),
            reading("price", -3_701 * 1_440, 5),
            new IntervalReading(
                new PointKey("price"),
                HALF_PAST.minusSeconds(60),
                HALF_HOUR,
                5,
                IntervalQuality.ACTUAL),
            new IntervalReading(
                new PointKey("price"),
                HALF_PAST.plusMillis(1),
                HALF_HOUR,
                5,
                IntervalQuality.ACTUAL));

    assertThat(checked.points()).isEmpty();
    assertThat(reasons(checked))
        .containsExactly("NOT_FINITE", "OUT_OF_RANGE", "TOO_OLD", "OFF_GRID", "OFF_GRID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT4M", "PT5M30S", "PT0S", "PT-30M", "PT24H1M", "PT5M0.001S"})
  void lengthsAreWholeMinutesFromFiveToDay(Duration length) {
    assertThat(reasons(check(ofLength(length)))).containsExactly("BAD_LENGTH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT7M", "PT15M", "PT30M", "PT24H"})
  void anyOtherLengthIsTaken(Duration length) {
    assertThat(check(ofLength(length)).points()).hasSize(1);
  }

  @Test
  void twoYearsAgoIsNotTooOld() {
    assertThat(check(reading("energy", -730 * 1_440, 1)).points()).hasSize(1);
  }

  @Test
  void sampledPointTakesNoIntervals() {
    assertThat(reasons(check(reading("sampled", 0, 1)))).containsExactly("WRONG_SOURCE");
  }

  @Test
  void pointOfIntervalsTakesNoSamples() {
    var checked =
        ReadingCheck.check(
            SYSTEM,
            List.of(new Reading(new PointKey("price"), HALF_PAST, 1)),
            NOW,
            Duration.ofDays(90));

    assertThat(checked.points()).isEmpty();
    assertThat(checked.quarantined())
        .extracting(Quarantined::reason)
        .containsExactly("WRONG_SOURCE");
  }

  @Test
  void unknownAndInactivePointsTakeNothing() {
    Checked checked = check(reading("off", 0, 1), reading("nonsense", 0, 1));

    assertThat(checked.points()).isEmpty();
    assertThat(checked.quarantined()).isEmpty();
    assertThat(checked.rejected()).isEqualTo(2);
  }

  @Test
  void minusZeroIsStoredAsZero() {
    assertThat(check(reading("price", 0, -0.0)).points().get(0).intervals().get(0).value())
        .isEqualTo(0.0);
  }

  @Test
  void nothingIsMeasuredInTheFuture() {
    StoredInterval running = StoredInterval.of(reading("price", 30, 1));
    StoredInterval over = StoredInterval.of(reading("price", 0, 1));

    assertThat(running.measuredAt(NOW)).isEqualTo(HALF_PAST.getEpochSecond());
    assertThat(over.measuredAt(NOW)).isEqualTo(HALF_PAST.getEpochSecond());
  }

  private static Checked check(IntervalReading... intervals) {
    return IntervalCheck.check(SYSTEM, List.of(intervals), NOW);
  }

  private static List<String> reasons(Checked checked) {
    return checked.quarantined().stream().map(Quarantined::reason).toList();
  }

  private static IntervalReading reading(String key, int minutesFromHalfPast, double value) {
    return new IntervalReading(
        new PointKey(key),
        HALF_PAST.plusSeconds(minutesFromHalfPast * 60L),
        HALF_HOUR,
        value,
        IntervalQuality.ACTUAL);
  }

  private static IntervalReading ofLength(Duration length) {
    return new IntervalReading(new PointKey("price"), HALF_PAST, length, 1, IntervalQuality.ACTUAL);
  }

  private static CollectedPoint point(
      int id, NumberClass numberClass, PointSource source, boolean active) {
    return new CollectedPoint(id, numberClass, source, new PlausibleRange(-1e6, 1e6), active);
  }
}
