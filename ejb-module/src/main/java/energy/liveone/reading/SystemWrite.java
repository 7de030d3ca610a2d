package energy.liveone.reading;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.aggregate.PointAggregate;
import energy.liveone.aggregate.Sample;
import energy.liveone.reading.JpaLedgers.DirtyRange;
import energy.liveone.reading.JpaRawTable.RawRow;
import energy.liveone.reading.ReadingCheck.Checked;
import energy.liveone.reading.ReadingCheck.PointSamples;
import energy.liveone.reading.SystemWindow.Advance;
import energy.liveone.reading.SystemWindow.PointWindow;
import energy.liveone.reading.WriteBuffer.DayOf;
import energy.liveone.system.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one transaction does to one locked system. */
final class SystemWrite {
  private final CollectedSystem system;
  private final SystemWindow before;
  private final JpaRawTable raw;
  private final Map<Integer, PointWindow> points;
  private final WriteBuffer buffer = new WriteBuffer();
  private final List<DayOf> touchedDays = new ArrayList<>();
  private long newest;
  private boolean changed;
  private boolean late;

  SystemWrite(CollectedSystem system, SystemWindow window, JpaRawTable raw) {
    this.system = system;
    this.before = window;
    this.raw = raw;
    this.points = new HashMap<>(window.points());
    this.newest = window.newestEpochSecond();
  }

  /** Takes readings into the buffer and the window. */
  Written take(List<Reading> readings, Instant now, Duration retention) {
    Checked checked = ReadingCheck.check(system, readings, now, retention);
    buffer.quarantined().addAll(checked.quarantined());
    int stored = 0;
    int duplicates = checked.repeated();
    for (PointSamples own : checked.points()) {
      int newOnes = take(own);
      stored += newOnes;
      duplicates += own.samples().size() - newOnes;
    }
    changed |= stored > 0;
    return new Written(
        new SystemId(system.id()), true, stored, duplicates, checked.rejected(), newest);
  }

  private int take(PointSamples own) {
    int point = own.point().id();
    PointWindow window = points.getOrDefault(point, PointWindow.EMPTY);
    List<Sample> samples = own.samples();
    int firstNewer = 0;
    while (firstNewer < samples.size() && !window.isNewer(samples.get(firstNewer).t())) {
      firstNewer++;
    }
    int stored = samples.size() - firstNewer;
    if (firstNewer > 0) {
      stored += takeLate(point, samples.subList(0, firstNewer));
    }
    if (firstNewer < samples.size()) {
      takeNewer(own, window, samples.subList(firstNewer, samples.size()));
    }
    return stored;
  }

  private void takeNewer(PointSamples own, PointWindow window, List<Sample> newer) {
    int point = own.point().id();
    Advance advance = window.advance(system.rules(own.point().numberClass()), newer);
    points.put(point, advance.window());
    newer.forEach(sample -> buffer.raw().add(new RawRow(point, sample.t(), sample.value())));
    advance
        .rows()
        .forEach(
            row -> {
              buffer.rows().add(new PointAggregate(point, row));
              touch(row.end());
            });
    newest = Math.max(newest, newer.get(newer.size() - 1).t());
  }

  private int takeLate(int point, List<Sample> samples) {
    long from = samples.get(0).t() - 1;
    long to = samples.get(samples.size() - 1).t();
    Set<Long> known = new HashSet<>();
    raw.range(point, from, to).forEach(sample -> known.add(sample.t()));
    List<Sample> missing = samples.stream().filter(s -> !known.contains(s.t())).toList();
    if (missing.isEmpty()) {
      return 0;
    }
    missing.forEach(sample -> buffer.raw().add(new RawRow(point, sample.t(), sample.value())));
    buffer.ranges().add(new DirtyRange(system.id(), from, to));
    late = true;
    return missing.size();
  }

  private void touch(long end) {
    DayOf last = touchedDays.isEmpty() ? null : touchedDays.get(touchedDays.size() - 1);
    if (last != null && last.day().contains(end)) {
      return;
    }
    DayOf day = new DayOf(system.id(), LocalDay.containing(end, system.zone()));
    touchedDays.add(day);
    buffer.days().add(day);
  }

  void drainTo(WriteBuffer all) {
    if (buffer.ranges().size() > 1) {
      long from = buffer.ranges().stream().mapToLong(DirtyRange::from).min().orElseThrow();
      long to = buffer.ranges().stream().mapToLong(DirtyRange::to).max().orElseThrow();
      buffer.ranges().clear();
      buffer.ranges().add(new DirtyRange(system.id(), from, to));
    }
    buffer.moveTo(all);
  }

  boolean changed() {
    return changed;
  }

  /** Whether the window still describes the database: late samples may lie within it. */
  boolean isWindowTrue() {
    return !late;
  }

  /** The window after the write. */
  SystemWindow window() {
    return new SystemWindow(
        system.id(), changed ? before.version() + 1 : before.version(), newest, points);
  }

  List<DayOf> touchedDays() {
    return touchedDays;
  }
}
