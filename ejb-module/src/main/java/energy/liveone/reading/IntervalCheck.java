package energy.liveone.reading;

import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointSource;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.ReadingCheck.Quarantined;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sorts what a vendor said of intervals into those that can be stored and those that cannot. */
final class IntervalCheck {
  /** The longest interval. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration SHORTEST = Duration.ofSeconds(FiveMinuteBucket.SECONDS);

  /** Clocks of vendors may run this far ahead; the next interval must not slip in. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /**
   * How old an interval may be. Vendors give two years at most; imports of other programs' history
   * go further back, but no window of time is longer than this.
   */
  private static final Duration OLDEST = Duration.ofDays(3_700);

  private final CollectedSystem system;
  private final Instant now;
  private final Map<Integer, PointIntervals> byPoint = new TreeMap<>();
  private final List<Quarantined> quarantined = new ArrayList<>();
  private int unknown;

  private IntervalCheck(CollectedSystem system, Instant now) {
    this.system = system;
    this.now = now;
  }

  /** Checks all intervals of a delivery. */
  static Checked check(CollectedSystem system, List<IntervalReading> intervals, Instant now) {
    IntervalCheck check = new IntervalCheck(system, now);
    intervals.forEach(check::take);
    return new Checked(List.copyOf(check.byPoint.values()), check.quarantined, check.unknown);
  }

  /** Whether this can be the place of an interval: on the grid, of a length that is kept. */
  static boolean isStretch(Instant end, Duration length) {
    return lengthTrouble(length) == null && isOnGrid(end);
  }

  private void take(IntervalReading interval) {
    CollectedPoint point = system.points().get(interval.point().value());
    if (point == null || !point.active()) {
      unknown++;
      return;
    }
    String reason = trouble(point, interval);
    if (reason == null) {
      byPoint
          .computeIfAbsent(point.id(), id -> new PointIntervals(point, new ArrayList<>()))
          .intervals()
          .add(StoredInterval.of(interval));
    } else {
      quarantined.add(
          new Quarantined(
              system.id(),
              interval.point().value(),
              interval.end().getEpochSecond(),
              Double.toString(interval.value()),
              reason));
    }
  }

  private @Nullable String trouble(CollectedPoint point, IntervalReading interval) {
    if (point.source() != PointSource.INTERVALS || point.numberClass() == NumberClass.COUNTER) {
      return ReadingCheck.WRONG_SOURCE;
    }
    if (!Double.isFinite(interval.value())) {
      return "NOT_FINITE";
    }
    if (!point.range().admits(interval.value())) {
      return "OUT_OF_RANGE";
    }
    if (!isOnGrid(interval.end())) {
      return "OFF_GRID";
    }
    String length = lengthTrouble(interval.length());
    return length == null ? timeTrouble(interval) : length;
  }

  private static boolean isOnGrid(Instant end) {
    return end.getNano() == 0 && end.getEpochSecond() % FiveMinuteBucket.SECONDS == 0;
  }

  private static @Nullable String lengthTrouble(Duration length) {
    boolean fits =
        length.compareTo(SHORTEST) >= 0
            && length.compareTo(LONGEST) <= 0
            && length.equals(Duration.ofMinutes(length.toMinutes()));
    return fits ? null : "BAD_LENGTH";
  }

  private @Nullable String timeTrouble(IntervalReading interval) {
    if (interval.end().minus(interval.length()).isAfter(now.plus(AHEAD))) {
      return "IN_FUTURE";
    }
    return interval.end().isBefore(now.minus(OLDEST)) ? "TOO_OLD" : null;
  }

  /**
   * The sorted intervals.
   *
   * @param points intervals that can be stored, by point id
   * @param quarantined intervals that must not be
   * @param unknown intervals of points that the system does not have or no longer collects
   */
  record Checked(List<PointIntervals> points, List<Quarantined> quarantined, int unknown) {
    int rejected() {
      return quarantined.size() + unknown;
    }
  }

  /** The intervals of one point, as they came. */
  record PointIntervals(CollectedPoint point, List<StoredInterval> intervals) {}
}
