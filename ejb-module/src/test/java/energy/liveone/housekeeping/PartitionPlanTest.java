package energy.liveone.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final PartitionPlan PLAN =
      new PartitionPlan("t", Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(28));

  @Test
  void aNewTableGetsPartitionsForAllThatIsKeptAndForWeeksAhead() {
    List<Long> bounds = PLAN.toAdd(List.of(), NOW);

    assertThat(bounds.get(0)).isBetween(day(-90), day(-83));
    assertThat(bounds.get(bounds.size() - 1)).isGreaterThanOrEqualTo(day(28));
    assertThat(bounds).isSorted().hasSize(18);
  }

  @Test
  void aPreparedTableNeedsNothing() {
    List<Long> bounds = PLAN.toAdd(List.of(), NOW);

    assertThat(PLAN.toAdd(bounds, NOW)).isEmpty();
    assertThat(PLAN.toDrop(bounds, NOW)).isEmpty();
  }

  @Test
  void aPartitionIsDroppedOnlyWhenAllOfItIsPastItsTime() {
    List<Long> bounds = PLAN.toAdd(List.of(), NOW);
    long oldest = bounds.get(0);
    Instant justBefore = Instant.ofEpochSecond(oldest - 1).plus(Duration.ofDays(90));

    assertThat(PLAN.toDrop(bounds, justBefore)).isEmpty();
    assertThat(PLAN.toDrop(bounds, justBefore.plusSeconds(1))).containsExactly(oldest);
  }

  @Test
  void timeThatPassesAddsBehindTheLastBoundOnly() {
    List<Long> bounds = new ArrayList<>(PLAN.toAdd(List.of(), NOW));

    List<Long> added = PLAN.toAdd(bounds, NOW.plus(Duration.ofDays(8)));

    assertThat(added).isNotEmpty().allMatch(bound -> bound > bounds.get(bounds.size() - 1));
  }

  private static long day(int days) {
    return NOW.plus(Duration.ofDays(days)).getEpochSecond();
  }
}
