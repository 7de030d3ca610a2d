package energy.liveone.reading;

import energy.liveone.reading.CollectedSystem.CollectedPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which forecasts are kept: those of intervals that are not over, for points that the system has.
 * Others are dropped and not quarantined, since nobody measured them.
 */
final class ForecastCheck {
  /** Nobody knows prices or clouds further ahead. */
  private static final Duration FURTHEST = Duration.ofDays(14);

  private ForecastCheck() {}

  /**
   * Checks all forecasts of a delivery.
   *
   * @param now when they were got, which is when they count as issued
   */
  static Checked check(CollectedSystem system, List<Forecast> forecasts, Instant now) {
    List<StoredForecast> kept = new ArrayList<>(forecasts.size());
    int rejected = 0;
    for (Forecast forecast : forecasts) {
      CollectedPoint point = system.points().get(forecast.point().value());
      if (point == null || !point.active() || !isSound(point, forecast, now)) {
        rejected++;
      } else if (forecast.end().isAfter(now)) {
        kept.add(
            new StoredForecast(
                point.id(),
                forecast.end(),
                forecast.length(),
                forecast.value(),
                finite(forecast.low()),
                finite(forecast.high()),
                now));
      }
    }
    return new Checked(kept, rejected);
  }

  private static boolean isSound(CollectedPoint point, Forecast forecast, Instant now) {
    return IntervalCheck.isStretch(forecast.end(), forecast.length())
        && forecast.end().isBefore(now.plus(FURTHEST))
        && Double.isFinite(forecast.value())
        && point.range().admits(forecast.value());
  }

  private static @Nullable Double finite(@Nullable Double bound) {
    return bound != null && Double.isFinite(bound) ? bound : null;
  }

  /**
   * The sorted forecasts.
   *
   * @param kept those to store; forecasts of what has passed are in neither
   * @param rejected those that make no sense, or of points that the system does not have or no
   *     longer collects
   */
  record Checked(List<StoredForecast> kept, int rejected) {}
}
