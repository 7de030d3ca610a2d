package energy.liveone.reading;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.aggregate.PointAggregate;
import energy.liveone.reading.JpaIntervalTable.IntervalKey;
import energy.liveone.reading.JpaIntervalTable.IntervalRow;
import energy.liveone.reading.JpaLedgers.DirtyRange;
import energy.liveone.reading.JpaLedgers.Silence;
import energy.liveone.reading.JpaRawTable.RawRow;
import energy.liveone.reading.ReadingCheck.Quarantined;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows on their way to the database.
 *
 * @param raw new raw rows
 * @param rows changed 5-minute rows
 * @param intervals new and changed rows of intervals
 * @param displaced rows of intervals to delete, before others are stored
 * @param forecasts newest forecasts
 * @param ranges stretches to recompute
 * @param quarantined readings that must not be stored
 * @param silences times in which a point was not heard
 * @param days local days of changed 5-minute rows
 */
record WriteBuffer(
    List<RawRow> raw,
    List<PointAggregate> rows,
    List<IntervalRow> intervals,
    List<IntervalKey> displaced,
    List<StoredForecast> forecasts,
    List<DirtyRange> ranges,
    List<Quarantined> quarantined,
    List<Silence> silences,
    List<DayOf> days) {

  WriteBuffer() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** A local day of a system. */
  record DayOf(int system, LocalDay day) {}

  void moveTo(WriteBuffer other) {
    other.raw.addAll(raw);
    other.rows.addAll(rows);
    other.intervals.addAll(intervals);
    other.displaced.addAll(displaced);
    other.forecasts.addAll(forecasts);
    other.ranges.addAll(ranges);
    other.quarantined.addAll(quarantined);
    other.silences.addAll(silences);
    other.days.addAll(days);
    raw.clear();
    rows.clear();
    intervals.clear();
    displaced.clear();
    forecasts.clear();
    ranges.clear();
    quarantined.clear();
    silences.clear();
    days.clear();
  }
}
