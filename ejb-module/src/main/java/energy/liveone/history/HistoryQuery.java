package energy.liveone.history;

import energy.liveone.access.ConcernsSystems;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which time series are wanted.
 *
 * @param systems at least one
 * @param points keys; a system that lacks some of them contributes the others
 * @param window the time; named ranges are aligned to the resolution and contain the running
 *     interval
 * @param resolution how finely divided
 * @param fields besides {@link SeriesField#VALUE}, which is always delivered; must be empty for
 *     {@link Resolution#RAW}, and some belong to {@link Resolution#FIVE_MINUTES} only
 */
public record HistoryQuery(
    List<SystemId> systems,
    List<PointKey> points,
    HistoryWindow window,
    Resolution resolution,
    Set<SeriesField> fields)
    implements ConcernsSystems {

  public HistoryQuery {
    systems = systems.stream().distinct().toList();
    points = points.stream().distinct().toList();
    if (systems.isEmpty() || points.isEmpty()) {
      throw new IllegalArgumentException("No system or no point");
    }
    if (resolution.seconds() > 0) {
      window = window.alignedTo(resolution.seconds());
    }
    EnumSet<SeriesField> all = EnumSet.of(SeriesField.VALUE);
    all.addAll(fields);
    if (resolution == Resolution.RAW && all.size() > 1) {
      throw new IllegalArgumentException("Raw readings have no fields");
    }
    if (resolution != Resolution.FIVE_MINUTES
        && all.stream().anyMatch(SeriesField::isOfFiveMinutes)) {
      throw new IllegalArgumentException("Only 5-minute rows have quality and duration");
    }
    // Not Set.copyOf: its order differs from run to run, and answers are written in this order.
    fields = Collections.unmodifiableSet(all);
  }

  /** A query that ends at {@code now}, as finely divided as suits its length. */
  public static HistoryQuery of(
      SystemId system, List<PointKey> points, RangeName range, Instant now) {
    HistoryWindow window = HistoryWindow.of(range, now);
    return new HistoryQuery(
        List.of(system), points, window, ResolutionChoice.suiting(window), Set.of());
  }
}
