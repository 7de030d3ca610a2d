package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/**
 * What flowed through a site at one moment, in W: grid + import, battery + discharge, solar and
 * load ≥ 0.
 */
public record Flows(double solar, double grid, double battery, double load) {
  private static final double LOSSES_W = 200;
  private static final double LOSSES = 0.1;

  /** That load is what comes from the three others, less losses, and no sign is the wrong way. */
  public void assertBalanced() {
    assertThat(solar).isNotNegative();
    assertThat(load).isNotNegative();
    // A battery or grid at rest would hide a wrong sign.
    assertThat(Math.abs(grid)).isPositive();
    assertThat(load)
        .isCloseTo(solar + grid + battery, Offset.offset(Math.max(LOSSES_W, LOSSES * load)));
  }
}
