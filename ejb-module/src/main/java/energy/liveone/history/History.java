package energy.liveone.history;

import energy.liveone.history.PeakKeeping.Kept;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The answer to a {@link HistoryQuery}.
 *
 * @param series one per existing point: systems in the order of the query, within them points in
 *     the order of the query
 * @param bucketSeconds of each stretch of so many seconds only the rows that a chart needs are in
 *     here; 0 when all are
 */
public record History(HistoryQuery query, List<Series> series, int bucketSeconds) {
  public History {
    series = List.copyOf(series);
  }

  /** With all rows. */
  public History(HistoryQuery query, List<Series> series) {
    this(query, series, 0);
  }

  /** Walks through all series together, by time. */
  public MergedRows rows() {
    return new MergedRows(series);
  }

  /** The same with at most so many rows, see {@link PeakKeeping}. */
  public History thinnedTo(int most) {
    long[] times = times();
    if (times.length <= most) {
      return this;
    }
    double[][] columns = series.stream().map(each -> column(each, times)).toArray(double[][]::new);
    Kept kept = new PeakKeeping(times, columns).atMost(most);
    long[] left = kept.rows().stream().mapToLong(row -> times[row]).toArray();
    return new History(
        query, series.stream().map(each -> each.at(left)).toList(), kept.bucketSeconds());
  }

  private long[] times() {
    LongStream.Builder times = LongStream.builder();
    MergedRows rows = rows();
    while (rows.next()) {
      times.add(rows.time());
    }
    return times.build().toArray();
  }

  private static double[] column(Series series, long[] times) {
    double[] column = new double[times.length];
    int index = 0;
    for (int row = 0; row < times.length; row++) {
      boolean isHere = index < series.size() && series.timeAt(index) == times[row];
      column[row] = isHere ? series.valueAt(SeriesField.VALUE, index++) : Double.NaN;
    }
    return column;
  }
}
