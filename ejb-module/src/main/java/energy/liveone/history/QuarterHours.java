package energy.liveone.history;

import energy.liveone.aggregate.LocalDay;

/**
 * Means over the quarter hours of a local day, counted from its midnight. Each 5-minute row weighs
 * as much as it covers; a longer row, where a vendor tells half hours, counts in every quarter hour
 * that it reaches into. A quarter hour without data has no mean.
 */
public final class QuarterHours {
  /** Length of one. */
  public static final int SECONDS = 900;

  private static final double THOUSANDTHS = 1_000;

  private final LocalDay day;
  private final double[] sums;
  private final double[] weights;

  QuarterHours(LocalDay day) {
    this.day = day;
    int slots = (day.seconds() + SECONDS - 1) / SECONDS;
    sums = new double[slots];
    weights = new double[slots];
  }

  /**
   * Takes a row in.
   *
   * @param end inclusive end of its interval, epoch seconds
   * @param value its mean; NaN for none
   * @param length of its interval in seconds
   * @param covered how much of that is evidenced
   */
  void add(long end, double value, double length, double covered) {
    if (Double.isNaN(value) || !(length > 0) || !(covered > 0)) {
      return;
    }
    double from = Math.max(0, end - length - day.start());
    double to = Math.min(day.seconds(), end - day.start());
    for (int slot = (int) (from / SECONDS); slot * (double) SECONDS < to; slot++) {
      double begin = Math.max(from, slot * (double) SECONDS);
      double overlap = Math.min(to, (slot + 1) * (double) SECONDS) - begin;
      double weight = overlap * covered / length;
      sums[slot] += value * weight;
      weights[slot] += weight;
    }
  }

  /** How many the day has: 92, 96 or 100, in Lord Howe also 94 or 98. */
  public int size() {
    return sums.length;
  }

  /** The mean over one of them, to a thousandth; NaN when there is none. */
  public double meanAt(int slot) {
    return weights[slot] > 0
        ? Math.round(sums[slot] / weights[slot] * THOUSANDTHS) / THOUSANDTHS
        : Double.NaN;
  }
}
