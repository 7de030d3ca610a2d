package energy.liveone.reading;

import energy.liveone.reading.IntervalCheck.Checked;
import energy.liveone.reading.IntervalCheck.PointIntervals;
import energy.liveone.reading.IntervalMerge.Merged;
import energy.liveone.reading.JpaIntervalTable.Ends;
import energy.liveone.reading.JpaIntervalTable.IntervalKey;
import energy.liveone.reading.JpaIntervalTable.IntervalRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the intervals of one delivery do to one locked system: rows on their way to the database,
 * days whose daily rows no longer fit, and candidates for the latest values.
 */
final class IntervalWrite {
  private final WriteBuffer buffer;
  private final SortedSet<Long> changedEnds = new TreeSet<>();
  private final Map<Integer, StoredInterval> last = new HashMap<>();
  private int stored;
  private int known;
  private int rejected;

  private IntervalWrite(WriteBuffer buffer) {
    this.buffer = buffer;
  }

  /** Takes intervals into the buffer; what of them is known already is looked up in the table. */
  static IntervalWrite take(
      CollectedSystem system,
      List<IntervalReading> intervals,
      Instant now,
      JpaIntervalTable table,
      WriteBuffer buffer) {
    IntervalWrite write = new IntervalWrite(buffer);
    Checked checked = IntervalCheck.check(system, intervals, now);
    buffer.quarantined().addAll(checked.quarantined());
    write.rejected = checked.rejected();
    Map<Integer, Ends> ranges = new HashMap<>();
    checked.points().forEach(own -> ranges.put(own.point().id(), reach(own.intervals())));
    Map<Integer, List<StoredInterval>> there = table.ending(ranges);
    for (PointIntervals own : checked.points()) {
      write.take(own, there.getOrDefault(own.point().id(), List.of()));
    }
    return write;
  }

  /** Where intervals end that these may overlap, and those of which one may still be running. */
  private static Ends reach(List<StoredInterval> intervals) {
    long from = intervals.stream().mapToLong(StoredInterval::start).min().orElseThrow();
    long to = intervals.stream().mapToLong(StoredInterval::end).max().orElseThrow();
    return new Ends(from, to + IntervalCheck.LONGEST.toSeconds());
  }

  private void take(PointIntervals own, List<StoredInterval> there) {
    int point = own.point().id();
    Merged merged = IntervalMerge.merge(there, own.intervals());
    for (StoredInterval one : merged.removed()) {
      buffer.displaced().add(new IntervalKey(point, one.end()));
      changedEnds.add(one.end());
    }
    for (StoredInterval one : merged.written()) {
      buffer.intervals().add(new IntervalRow(point, own.point().numberClass(), one));
      changedEnds.add(one.end());
    }
    stored += merged.stored();
    known += merged.known();
    if (merged.last() != null) {
      last.put(point, merged.last());
    }
  }

  /** Ends of all changed rows, ascending. */
  SortedSet<Long> changedEnds() {
    return changedEnds;
  }

  /**
   * By point id the interval that ends last of all up to a day behind the delivered ones; those
   * further on are later anyway.
   */
  Map<Integer, StoredInterval> last() {
    return last;
  }

  /** New intervals and better values of known ones. */
  int stored() {
    return stored;
  }

  /** Intervals that say nothing better than what is stored. */
  int known() {
    return known;
  }

  int rejected() {
    return rejected;
  }
}
