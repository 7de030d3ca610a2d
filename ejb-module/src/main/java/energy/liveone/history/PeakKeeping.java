package energy.liveone.history;

import java.util.BitSet;

/**
 * Thins out rows for a chart so that nobody sees it: of every stretch of time the first and the
 * last row stay, and for every column the rows of its lowest and its highest value. So peaks and
 * both edges of gaps stay, and each row that stays is as it was (the method is known as M4, here
 * over several columns that share their rows).
 */
public final class PeakKeeping {
  private static final int ROWS_OF_ONE_COLUMN = 4;

  private final long[] times;
  private final double[][] columns;

  /**
   * Rows ascending by time.
   *
   * @param times epoch seconds
   * @param columns each as long as the times; NaN is missing
   */
  public PeakKeeping(long[] times, double[]... columns) {
    this.times = times;
    this.columns = columns;
  }

  /**
   * Which rows stay.
   *
   * @param bucketSeconds length of the stretches; 0 when all rows stay
   */
  public record Kept(BitSet rows, int bucketSeconds) {}

  /**
   * At most so many rows, and all of them when there are no more. What one stretch needs is the
   * least: two rows and two for each column.
   */
  public Kept atMost(int most) {
    if (times.length <= most) {
      BitSet all = new BitSet();
      all.set(0, times.length);
      return new Kept(all, 0);
    }
    long span = times[times.length - 1] - times[0] + 1;
    int buckets = Math.max(1, most / ROWS_OF_ONE_COLUMN);
    while (true) {
      int seconds = (int) -Math.floorDiv(-span, buckets);
      BitSet rows = keep(seconds);
      if (rows.cardinality() <= most || buckets == 1) {
        return new Kept(rows, seconds);
      }
      buckets = Math.max(1, (int) ((long) buckets * most / rows.cardinality()) - 1);
    }
  }

  private BitSet keep(int bucketSeconds) {
    BitSet rows = new BitSet();
    int from = 0;
    while (from < times.length) {
      long bucket = (times[from] - times[0]) / bucketSeconds;
      int to = from + 1;
      while (to < times.length && (times[to] - times[0]) / bucketSeconds == bucket) {
        to++;
      }
      rows.set(from);
      rows.set(to - 1);
      for (double[] column : columns) {
        keepExtremes(column, from, to, rows);
      }
      from = to;
    }
    return rows;
  }

  private static void keepExtremes(double[] column, int from, int to, BitSet rows) {
    int lowest = -1;
    int highest = -1;
    for (int row = from; row < to; row++) {
      if (Double.isNaN(column[row])) {
        continue;
      }
      if (lowest < 0 || column[row] < column[lowest]) {
        lowest = row;
      }
      if (highest < 0 || column[row] > column[highest]) {
        highest = row;
      }
    }
    if (lowest >= 0) {
      rows.set(lowest);
      rows.set(highest);
    }
  }
}
