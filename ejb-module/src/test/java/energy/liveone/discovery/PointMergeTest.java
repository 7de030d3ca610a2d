package energy.liveone.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.Point;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSettings;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointMergeTest {
  private static final SystemId SYSTEM = new SystemId(7);
  private static final Instant NOW = Instant.parse("2026-11-23T02:31:00Z");

  private final List<Point> stored = new ArrayList<>();

  private static PointDefinition circuit(String field, String key, String label) {
    return new PointDefinition(
        new PointKey(key),
        MetricType.POWER,
        NumberClass.GAUGE,
        "load",
        "consumption.circuit",
        label,
        "W",
        field,
        null,
        PlausibleRange.POSITIVE_POWER,
        true);
  }

  /** Merges, and stores what is new. */
  private PointMerge merge(PointDefinition... found) {
    PointMerge merge = new PointMerge(SYSTEM, stored, List.of(found), NOW);
    stored.addAll(merge.added());
    return merge;
  }

  private Point point(String key) {
    return stored.stream().filter(one -> one.key().value().equals(key)).findAny().orElseThrow();
  }

  private static PointSettings settings(Point point, String label, boolean active) {
    return new PointSettings(label, point.displayOrder(), point.isVisible(), active, null);
  }

  @Test
  void newPointsComeAfterTheStoredOnes() {
    merge(circuit("a", "pump_w", "Pump"));

    PointMerge merge = merge(circuit("a", "pump_w", "Pump"), circuit("b", "oven_w", "Oven"));

    assertThat(merge.changes()).isTrue();
    assertThat(merge.added()).extracting(Point::key).containsExactly(new PointKey("oven_w"));
    assertThat(point("oven_w").displayOrder()).isGreaterThan(point("pump_w").displayOrder());
    assertThat(merge.keys()).isEmpty();
  }

  @Test
  void sameAgainChangesNothing() {
    merge(circuit("a", "pump_w", "Pump"));

    assertThat(merge(circuit("a", "pump_w", "Pump")).changes()).isFalse();
  }

  @Test
  void renamedCircuitKeepsItsKeyAndTakesTheNewLabel() {
    merge(circuit("a", "pump_w", "Pump"));

    PointMerge merge = merge(circuit("a", "pool_w", "Pool"));

    assertThat(merge.added()).isEmpty();
    assertThat(merge.keys()).isEqualTo(Map.of(new PointKey("pool_w"), new PointKey("pump_w")));
    assertThat(point("pump_w").label()).isEqualTo("Pool");
  }

  @Test
  void labelThatItsOwnerSetStays() {
    merge(circuit("a", "pump_w", "Pump"));
    point("pump_w").apply(settings(point("pump_w"), "My pump", true), NOW);

    merge(circuit("a", "pool_w", "Pool"));
    merge(circuit("a", "spa_w", "Spa"));

    assertThat(point("pump_w").label()).isEqualTo("My pump");
  }

  @Test
  void twoCircuitsThatSwapTheirNamesKeepTheirPoints() {
    merge(circuit("a", "pump_w", "Pump"), circuit("b", "pool_w", "Pool"));

    PointMerge merge = merge(circuit("a", "pool_w", "Pool"), circuit("b", "pump_w", "Pump"));

    assertThat(merge.added()).isEmpty();
    assertThat(merge.keys())
        .isEqualTo(
            Map.of(
                new PointKey("pool_w"), new PointKey("pump_w"),
                new PointKey("pump_w"), new PointKey("pool_w")));
  }

  @Test
  void newCircuitOfAnEarlierNameHasAKeyOfItsOwn() {
    merge(circuit("a", "pump_w", "Pump"));

    PointMerge merge = merge(circuit("a", "pool_w", "Pool"), circuit("b", "pump_w", "Pump"));

    assertThat(merge.added()).extracting(Point::key).containsExactly(new PointKey("pump_2_w"));
    assertThat(merge.keys())
        .containsEntry(new PointKey("pump_w"), new PointKey("pump_2_w"))
        .containsEntry(new PointKey("pool_w"), new PointKey("pump_w"));
  }

  @Test
  void vanishedCircuitIsInactiveUntilItIsBack() {
    merge(circuit("a", "pump_w", "Pump"), circuit("b", "oven_w", "Oven"));

    PointMerge gone = merge(circuit("b", "oven_w", "Oven"));

    assertThat(gone.changes()).isTrue();
    assertThat(point("pump_w").isActive()).isFalse();
    assertThat(point("oven_w").isActive()).isTrue();
    assertThat(merge(circuit("b", "oven_w", "Oven")).changes()).isFalse();

    merge(circuit("a", "pump_w", "Pump"), circuit("b", "oven_w", "Oven"));

    assertThat(point("pump_w").isActive()).isTrue();
  }

  @Test
  void circuitThatItsOwnerSwitchedOffStaysOffWhenItComesBack() {
    merge(circuit("a", "pump_w", "Pump"), circuit("b", "oven_w", "Oven"));
    point("pump_w").apply(settings(point("pump_w"), "Pump", false), NOW);

    merge(circuit("b", "oven_w", "Oven"));
    PointMerge back = merge(circuit("a", "pump_w", "Pump"), circuit("b", "oven_w", "Oven"));

    assertThat(point("pump_w").isActive()).isFalse();
    assertThat(back.changes()).isFalse();
  }

  @Test
  void fieldThatIsToldTwiceIsOnePoint() {
    merge(circuit("a", "pump_w", "Pump"), circuit("a", "pool_w", "Pool"));

    assertThat(stored).extracting(Point::key).containsExactly(new PointKey("pump_w"));
    assertThat(merge(circuit("a", "pump_w", "Pump"), circuit("a", "x_w", "X")).added()).isEmpty();
  }
}
