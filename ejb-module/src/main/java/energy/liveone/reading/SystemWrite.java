package energy.liveone.reading;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.aggregate.PointAggregate;
import energy.liveone.aggregate.Sample;
import energy.liveone.reading.JpaLedgers.DirtyRange;
import energy.liveone.reading.JpaLedgers.Silence;
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
  private final JpaIntervalTable intervals;
  private final Map<Integer, PointWindow> points;
  private final WriteBuffer buffer = new WriteBuffer();
  private final List<DayOf> touchedDays = new ArrayList<>();
  private long newest;
  private boolean changed;
  private boolean late;

  SystemWrite(
      CollectedSystem system, SystemWindow window, JpaRawTable raw, JpaIntervalTable intervals) {
    this.system = system;
    this.before = window;
    this.raw = raw;
    this.intervals = intervals;
    this.points = new HashMap<>(window.points());
    this.newest = window.newestEpochSecond();
  }

  /** Takes a delivery into the buffer and the window. */
  Written take(Delivery told, Instant now, Duration retention) {
    Delivery delivery = UserTransforms.apply(system.transforms(), told);
    Checked checked = ReadingCheck.check(system, delivery.readings(), now, retention);
    buffer.quarantined().addAll(checked.quarantined());
    int stored = 0;
    int duplicates = checked.repeated();
    for (PointSamples own : checked.points()) {
      int newOnes = take(own);
      stored += newOnes;
      duplicates += own.samples().size() - newOnes;
    }
    ForecastCheck.Checked forecasts = ForecastCheck.check(system, delivery.forecasts(), now);
    buffer.forecasts().addAll(forecasts.kept());
    int rejected = checked.rejected() + forecasts.rejected();
    if (!delivery.intervals().isEmpty()) {
      IntervalWrite write =
          IntervalWrite.take(system, delivery.intervals(), now, intervals, buffer);
      write.changedEnds().forEach(this::touch);
      write.last().forEach((point, last) -> becomesLatest(point, last, now));
      stored += write.stored();
      duplicates += write.known();
      rejected += write.rejected();
    }
    changed |= stored > 0;
    return new Written(
        new SystemId(system.id()),
        true,
        stored,
        duplicates,
        rejected,
        forecasts.kept().size(),
        newest,
        delivery.readings());
  }

  /**
   * Makes an interval the latest value of its point, unless that is of a later one. An interval
   * that ends when the latest value was measured is the latest itself: had another begun there, it
   * would have been handed over as the last one.
   */
  private void becomesLatest(int point, StoredInterval last, Instant now) {
    Sample latest = points.getOrDefault(point, PointWindow.EMPTY).newest();
    Sample candidate = new Sample(last.measuredAt(now), last.value());
    if ((latest == null || last.end() >= latest.t()) && !candidate.equals(latest)) {
      points.put(point, PointWindow.ofInterval(candidate));
      newest = Math.max(newest, candidate.t());
      changed = true;
    }
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
    noteSilence(point, window, newer.get(0).t());
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

  /** When a delivery resumes after a silence; what lies within a delivery is the vendor's. */
  private void noteSilence(int point, PointWindow window, long resumed) {
    Sample last = window.newest();
    if (last != null && resumed - last.t() > system.toleranceSeconds()) {
      buffer
          .silences()
          .add(new Silence(system.id(), point, last.t(), resumed - system.cadenceSeconds()));
    }
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
