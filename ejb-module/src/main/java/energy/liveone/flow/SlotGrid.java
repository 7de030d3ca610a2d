package energy.liveone.flow;

import energy.liveone.aggregate.FiveMinuteBucket;

/**
 * The 5-minute slots that end in {@code (from, to]}, numbered from 0.
 *
 * @param from exclusive start, epoch seconds on the 5-minute grid
 * @param to inclusive end, on the grid, not before {@code from}
 */
public record SlotGrid(long from, long to) {
  /** Length of a slot. */
  public static final int SECONDS = FiveMinuteBucket.SECONDS;

  public SlotGrid {
    if (from % SECONDS != 0 || to % SECONDS != 0 || to < from) {
      throw new IllegalArgumentException("Not on the 5-minute grid");
    }
  }

  /** Number of slots. */
  public int size() {
    return (int) ((to - from) / SECONDS);
  }

  /** When a slot ends. */
  public long endOf(int slot) {
    return from + (slot + 1L) * SECONDS;
  }

  /** The slot that ends there; may lie outside. */
  long slotEndingAt(long end) {
    return (end - from) / SECONDS - 1;
  }
}
