package energy.liveone.flow;

import java.util.Arrays;

/**
 * One amount on the grid, put together from members. Once a member's evidence is missing in a slot,
 * the slot is missing: a sum without it would be bent.
 */
final class Track {
  private static final int UNBOUND = -1;

  private final double[] wattHours;
  private final int[] covered;

  Track(int slots) {
    wattHours = new double[slots];
    covered = new int[slots];
    Arrays.fill(covered, UNBOUND);
  }

  void add(int slot, double amount, int coveredSeconds) {
    wattHours[slot] += amount;
    covered[slot] =
        covered[slot] == UNBOUND ? coveredSeconds : Math.min(covered[slot], coveredSeconds);
  }

  void miss(int slot) {
    covered[slot] = 0;
  }

  boolean isBound(int slot) {
    return covered[slot] != UNBOUND;
  }

  boolean isKnown(int slot) {
    return covered[slot] > 0;
  }

  /** Seconds that all members' evidence covers. */
  int covered(int slot) {
    return Math.max(0, covered[slot]);
  }

  /** Wh, had what was covered gone on for all of the slot. */
  double rate(int slot) {
    return wattHours[slot];
  }

  /** The slot as a total. */
  PartTotal total(int slot, boolean estimated) {
    double watts = rate(slot) * 3_600 / SlotGrid.SECONDS;
    return new PartTotal(
        rate(slot) * covered(slot) / SlotGrid.SECONDS, covered(slot), estimated ? null : watts);
  }
}
