package energy.liveone.history;

import java.util.List;

/**
 * The answer to a {@link HistoryQuery}.
 *
 * @param series one per existing point: systems in the order of the query, within them points in
 *     the order of the query
 */
public record History(HistoryQuery query, List<Series> series) {
  public History {
    series = List.copyOf(series);
  }

  /** Walks through all series together, by time. */
  public MergedRows rows() {
    return new MergedRows(series);
  }
}
