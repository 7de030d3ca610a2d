package energy.liveone.history;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.point.Point;
import energy.liveone.point.PointRepository;
import energy.liveone.reading.JpaForecastTable;
import energy.liveone.reading.StoredForecast;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What vendors expect, apart from what was measured. */
@ApplicationScoped
public class ForecastService {
  private final JpaForecastTable forecasts;
  private final PointRepository points;
  private final Clock clock;

  @Inject
  public ForecastService(JpaForecastTable forecasts, PointRepository points, Clock clock) {
    this.forecasts = forecasts;
    this.points = points;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ForecastService() {
    this(null, null, null);
  }

  /** All points of a system with the forecasts of intervals that are not over. */
  @RequireSystemAccess(Permission.READ)
  public List<PointForecasts> of(SystemId system) {
    Map<Integer, List<StoredForecast>> byPoint =
        forecasts.after(system, clock.instant()).stream()
            .collect(Collectors.groupingBy(StoredForecast::pointId));
    return points.of(system).stream().map(point -> join(point, byPoint)).toList();
  }

  private static PointForecasts join(Point point, Map<Integer, List<StoredForecast>> byPoint) {
    return new PointForecasts(
        point.key(),
        point.label(),
        point.unit(),
        byPoint.getOrDefault(point.id().value(), List.of()));
  }
}
