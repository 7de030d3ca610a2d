package energy.liveone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.ForecastCheck.Checked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastCheckTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final CollectedSystem SYSTEM =
      new CollectedSystem(
          7,
          1,
          ZoneOffset.UTC,
          60,
          150,
          Map.of(
              "price",
              new CollectedPoint(
                  11,
                  NumberClass.GAUGE,
                  PointSource.INTERVALS,
                  new PlausibleRange(-1e5, 1e5),
                  true)));

  @Test
  void whatIsToComeIsKept() {
    Checked checked = check(forecast("price", 1_800, 164.2, 60.1, 240.8));

    assertThat(checked.kept())
        .containsExactly(
            new StoredForecast(
                11, NOW.plusSeconds(1_800), Duration.ofMinutes(30), 164.2, 60.1, 240.8, NOW));
  }

  @Test
  void whatHasPassedIsNeitherKeptNorWrong() {
    Checked checked = check(forecast("price", 0, 1, null, null));

    assertThat(checked.kept()).isEmpty();
    assertThat(checked.rejected()).isZero();
  }

  @Test
  void nonsenseIsRejected() {
    Checked checked =
        check(
            forecast("price", 1_800, Double.POSITIVE_INFINITY, null, null),
            forecast("price", 1_800, 1e6, null, null),
            forecast("price", 1_801, 1, null, null),
            forecast("price", 30 * 86_400, 1, null, null),
            forecast("unknown", 1_800, 1, null, null));

    assertThat(checked.kept()).isEmpty();
    assertThat(checked.rejected()).isEqualTo(5);
  }

  @Test
  void boundThatIsNoNumberIsNoBound() {
    Checked checked = check(forecast("price", 1_800, 1, Double.NaN, 2.0));

    assertThat(checked.kept().get(0).low()).isNull();
    assertThat(checked.kept().get(0).high()).isEqualTo(2.0);
  }

  private static Checked check(Forecast... forecasts) {
    return ForecastCheck.check(SYSTEM, List.of(forecasts), NOW);
  }

  private static Forecast forecast(
      String key, long endsIn, double value, @Nullable Double low, @Nullable Double high) {
    return new Forecast(
        new PointKey(key), NOW.plusSeconds(endsIn), Duration.ofMinutes(30), value, low, high);
  }
}
