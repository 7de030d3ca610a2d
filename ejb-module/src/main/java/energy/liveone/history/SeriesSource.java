package energy.liveone.history;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.history.Series.Subject;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stored time series. Times are epoch seconds, ranges {@code (from, to]}. */
interface SeriesSource {
  /** The existing points of these keys, in the order of systems and keys. */
  List<Subject> subjects(List<SystemId> systems, List<PointKey> keys);

  /** Appends raw readings. */
  void readRaw(Map<Integer, Series> series, long from, long to);

  /** Appends 5-minute rows whose interval ends in the range. */
  void readFiveMinutes(Map<Integer, Series> series, Set<SeriesField> fields, long from, long to);

  /** Hands over whole 5-minute rows, each point's ascending. */
  void fiveMinuteRows(Collection<Integer> pointIds, long from, long to, RowSink sink);

  /** Hands over the stored rows of local days, each point's ascending, ends as of their days. */
  void dailyRows(Collection<Integer> pointIds, LocalDate first, LocalDate last, RowSink sink);

  /** The days of a system in this range whose stored rows are missing or stale. */
  Set<LocalDate> staleDays(SystemId system, LocalDate first, LocalDate last);

  /** The first local day of a system that has data; nothing when it has none. */
  Optional<LocalDate> firstDay(SystemId system);

  /** Takes rows. */
  @FunctionalInterface
  interface RowSink {
    /** One row of one point. */
    void accept(int pointId, Aggregate row);
  }
}
