package energy.liveone.history;

import java.util.List;

/**
 * Several series side by side: one row per time at which any of them has an entry. Use: {@code
 * while (rows.next()) { rows.time(); rows.indexIn(0); … }}.
 */
public final class MergedRows {
  private final List<Series> series;
  private final int[] positions;
  private final int[] current;
  private long time;

  MergedRows(List<Series> series) {
    this.series = series;
    this.positions = new int[series.size()];
    this.current = new int[series.size()];
  }

  /** Goes to the next time; false after the last. */
  public boolean next() {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] < series.get(i).size()) {
        earliest = Math.min(earliest, series.get(i).timeAt(positions[i]));
      }
    }
    if (earliest == Long.MAX_VALUE) {
      return false;
    }
    time = earliest;
    for (int i = 0; i < positions.length; i++) {
      boolean here =
          positions[i] < series.get(i).size() && series.get(i).timeAt(positions[i]) == earliest;
      current[i] = here ? positions[i]++ : -1;
    }
    return true;
  }

  /** Epoch seconds of the current row. */
  public long time() {
    return time;
  }

  /** Where a series has its entry of the current row; -1 when it has none. */
  public int indexIn(int seriesNumber) {
    return current[seriesNumber];
  }
}
