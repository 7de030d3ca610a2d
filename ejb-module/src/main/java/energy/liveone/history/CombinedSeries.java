package energy.liveone.history;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.Combined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Half hours and hours from 5-minute rows. Intervals lie on the UTC grid, so in zones with a
 * quarter or half hour an hour ends at that minute of the local clock.
 */
final class CombinedSeries {
  private final Map<Integer, Series> series;
  private final Set<SeriesField> fields;
  private final int seconds;
  private final List<Aggregate> pending = new ArrayList<>();
  private int pendingPoint;
  private long pendingEnd;

  private CombinedSeries(Map<Integer, Series> series, Set<SeriesField> fields, int seconds) {
    this.series = series;
    this.fields = fields;
    this.seconds = seconds;
  }

  /** Fills in the intervals of this length that end within {@code (from, to]}. */
  static void fill(
      Map<Integer, Series> series,
      Set<SeriesField> fields,
      SeriesSource source,
      long from,
      long to,
      int seconds) {
    CombinedSeries combined = new CombinedSeries(series, fields, seconds);
    source.fiveMinuteRows(
        series.keySet(),
        Math.floorDiv(from, seconds) * seconds,
        Math.floorDiv(to, seconds) * seconds,
        combined::accept);
    combined.flush();
  }

  private void accept(int pointId, Aggregate row) {
    long end = -Math.floorDiv(-row.end(), seconds) * seconds;
    if (pointId != pendingPoint || end != pendingEnd) {
      flush();
      pendingPoint = pointId;
      pendingEnd = end;
    }
    pending.add(row);
  }

  private void flush() {
    Combined.of(pending, pendingEnd, seconds)
        .ifPresent(
            row -> AggregateFields.append(series.get(pendingPoint), pendingEnd, row, fields));
    pending.clear();
  }
}
