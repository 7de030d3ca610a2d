package energy.liveone.flow;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Numbers on a grid of slots: powers as means in W, energies in Wh of the whole slot, others in
 * their unit. A slot without evidence has no value and covers nothing.
 */
final class Aligned {
  private final double[] values;
  private final int[] covered;
  private final BitSet estimated = new BitSet();

  Aligned(int slots) {
    values = new double[slots];
    covered = new int[slots];
    Arrays.fill(values, Double.NaN);
  }

  void set(long slot, double value, int coveredSeconds, boolean isEstimated) {
    if (slot < 0 || slot >= values.length || coveredSeconds <= 0) {
      return;
    }
    values[(int) slot] = value;
    covered[(int) slot] = Math.min(coveredSeconds, SlotGrid.SECONDS);
    estimated.set((int) slot, isEstimated);
  }

  boolean has(int slot) {
    return covered[slot] > 0;
  }

  double value(int slot) {
    return values[slot];
  }

  /** Seconds of the slot that the value speaks for. */
  int covered(int slot) {
    return covered[slot];
  }

  boolean isEstimated(int slot) {
    return estimated.get(slot);
  }
}
