package energy.liveone.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.history.PointLatest;
import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SitePointsTest {
  private static final TimedValue HEARD = new TimedValue(1_795_754_478, 3.5);

  private final PointLatest counter = energy("solar_kwh", NumberClass.COUNTER, HEARD);
  private final PointLatest intervals = energy("solar_interval_kwh", NumberClass.INTERVAL, HEARD);

  @Test
  void arrangingTwoCandidatesDoesNotChangeWhichPlaysTheRole() {
    assertThat(SitePoints.of(List.of(counter, intervals)).energies())
        .isEqualTo(SitePoints.of(List.of(intervals, counter)).energies())
        .containsEntry(EnergyFlow.SOLAR, new PointKey("solar_interval_kwh"));
  }

  @Test
  void aCandidateThatWasNeverHeardOfStandsBack() {
    PointLatest silent = energy("solar_interval_kwh", NumberClass.INTERVAL, null);

    assertThat(SitePoints.of(List.of(silent, counter)).energies())
        .containsEntry(EnergyFlow.SOLAR, new PointKey("solar_kwh"));
  }

  @Test
  void whileNoneWasHeardOfTheFirstShownPlaysTheRole() {
    PointLatest silent = energy("solar_interval_kwh", NumberClass.INTERVAL, null);
    PointLatest first = energy("solar_kwh", NumberClass.COUNTER, null);

    assertThat(SitePoints.of(List.of(first, silent)).energies())
        .containsEntry(EnergyFlow.SOLAR, new PointKey("solar_kwh"));
  }

  @Test
  void aPartPlaysNoRole() {
    PointLatest part =
        point("solar_local_w", MetricType.POWER, NumberClass.GAUGE, "generation.local", HEARD);

    assertThat(SitePoints.of(List.of(part)).powers()).isEmpty();
  }

  private static PointLatest energy(String key, NumberClass numbers, @Nullable TimedValue latest) {
    return point(key, MetricType.ENERGY, numbers, "generation", latest);
  }

  private static PointLatest point(
      String key,
      MetricType metric,
      NumberClass numbers,
      String type,
      @Nullable TimedValue latest) {
    return new PointLatest(
        new PointKey(key), key, "", metric, numbers, "solar", type, 10, true, true, latest);
  }
}
