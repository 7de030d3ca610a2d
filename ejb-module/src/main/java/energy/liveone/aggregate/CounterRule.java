package energy.liveone.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * What one more sample of a lifetime counter means, given the level before it.
 *
 * <ul>
 *   <li>The first sample gives no delta.
 *   <li>A rise is energy.
 *   <li>A fall of more than 1 % of the level is a reset: no energy, and the level starts anew.
 *   <li>A smaller fall is a glitch of the device: no energy, and the level stays, so that the way
 *       back up is not counted twice.
 * </ul>
 *
 * @param level the level after the sample
 * @param delta energy since the level before, null for a first sample
 * @param reset whether the counter was set back
 */
record CounterRule(double level, @Nullable Double delta, boolean reset) {
  private static final double RESET_SHARE = 0.01;

  static CounterRule step(@Nullable Double levelBefore, double value) {
    if (levelBefore == null) {
      return new CounterRule(value, null, false);
    }
    double rise = value - levelBefore;
    if (rise >= 0) {
      return new CounterRule(value, rise, false);
    }
    if (-rise > Math.abs(levelBefore) * RESET_SHARE) {
      return new CounterRule(value, 0.0, true);
    }
    return new CounterRule(levelBefore, 0.0, false);
  }
}
