package energy.liveone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointKey;
import energy.liveone.point.Transform;
import energy.liveone.system.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserTransformsTest {
  private static final PointKey GRID = new PointKey("grid_w");
  private static final PointKey LOAD = new PointKey("load_w");
  private static final Instant NOW = Instant.parse("2026-11-23T02:30:00Z");
  private static final Duration FIVE = Duration.ofMinutes(5);

  private static Delivery delivery(boolean fromVendor) {
    return new Delivery(
        new SystemId(1),
        List.of(new Reading(GRID, NOW, 5), new Reading(LOAD, NOW, 7)),
        List.of(new IntervalReading(GRID, NOW, FIVE, 5, IntervalQuality.ACTUAL)),
        List.of(new Forecast(GRID, NOW.plus(FIVE), FIVE, 5, 4.0, 6.0)),
        fromVendor);
  }

  private static Delivery transformed(String json) {
    return UserTransforms.apply(Map.of("grid_w", Transform.parse(json)), delivery(true));
  }

  @Test
  void onlyThePointThatHasOneIsTransformed() {
    Delivery stored = transformed("{\"op\":\"negate\"}");

    assertThat(stored.readings())
        .containsExactly(new Reading(GRID, NOW, -5), new Reading(LOAD, NOW, 7));
    assertThat(stored.intervals())
        .containsExactly(new IntervalReading(GRID, NOW, FIVE, -5, IntervalQuality.ACTUAL));
  }

  @Test
  void boundsOfAForecastKeepTheirOrder() {
    assertThat(transformed("{\"op\":\"negate\"}").forecasts())
        .containsExactly(new Forecast(GRID, NOW.plus(FIVE), FIVE, -5, -6.0, -4.0));
  }

  @Test
  void valueThatIsTakenForNoneIsNotStored() {
    Delivery stored = transformed("{\"op\":\"nullIf\",\"equals\":5}");

    assertThat(stored.readings()).containsExactly(new Reading(LOAD, NOW, 7));
    assertThat(stored.intervals()).isEmpty();
    assertThat(stored.forecasts()).isEmpty();
  }

  @Test
  void deliveryOfASystemWithoutTransformsIsNotEvenCopied() {
    Delivery told = delivery(true);

    assertThat(UserTransforms.apply(Map.of(), told)).isSameAs(told);
  }

  @Test
  void whatWasStoredBeforeIsNotTransformedAgain() {
    Delivery imported = delivery(false);

    assertThat(UserTransforms.apply(Map.of("grid_w", Transform.parse("[]")), imported))
        .isSameAs(imported);
  }
}
