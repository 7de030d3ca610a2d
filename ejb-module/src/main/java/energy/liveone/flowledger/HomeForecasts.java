package energy.liveone.flowledger;

import energy.liveone.flow.BoundPoint;
import energy.liveone.flow.Role;
import energy.liveone.history.PointForecasts;
import energy.liveone.point.PointKey;
import energy.liveone.reading.JpaForecastTable;
import energy.liveone.reading.StoredForecast;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The prices that a home's retailer expects. Asks nobody's leave: callers have decided. */
@ApplicationScoped
public class HomeForecasts {
  private static final Map<Role, HomePoint> PRICES =
      Map.of(
          Role.IMPORT_PRICE, HomePoint.GRID_IMPORT_PRICE,
          Role.EXPORT_PRICE, HomePoint.GRID_EXPORT_PRICE);

  private final JpaForecastTable forecasts;
  private final Clock clock;

  @Inject
  public HomeForecasts(JpaForecastTable forecasts, Clock clock) {
    this.forecasts = forecasts;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected HomeForecasts() {
    this(null, null);
  }

  /** Under the keys of the home's own prices; of several retailers the first counts. */
  public List<PointForecasts> of(Home home) {
    return PRICES.keySet().stream()
        .sorted()
        .flatMap(
            role ->
                home.members().stream()
                    .flatMap(member -> member.points().stream())
                    .filter(point -> point.role() == role)
                    .limit(1))
        .map(point -> of(home, point))
        .toList();
  }

  private PointForecasts of(Home home, BoundPoint point) {
    HomePoint price = PRICES.get(point.role());
    List<StoredForecast> expected =
        forecasts.after(new SystemId(point.member()), clock.instant()).stream()
            .filter(one -> one.pointId() == point.pointId())
            .toList();
    return new PointForecasts(
        new PointKey(price.key()),
        home.names().points().getOrDefault(point.pointId(), ""),
        price.unit(),
        expected);
  }
}
