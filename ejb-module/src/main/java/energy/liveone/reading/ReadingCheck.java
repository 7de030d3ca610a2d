package energy.liveone.reading;

import energy.liveone.aggregate.Sample;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts what a vendor said into samples that can be stored and readings that no device can honestly
 * have measured.
 */
final class ReadingCheck {
  /** Readings of a point that is told as intervals, or the other way round: never mixed. */
  static final String WRONG_SOURCE = "WRONG_SOURCE";

  /** Clocks of devices may run this far ahead. */
  private static final Duration FUTURE = Duration.ofMinutes(5);

  private static final Comparator<Accepted> ORDER =
      Comparator.<Accepted>comparingInt(one -> one.point().id())
          .thenComparingLong(one -> one.sample().t());

  private final CollectedSystem system;
  private final long earliestAllowed;
  private final long latestAllowed;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Quarantined> quarantined = new ArrayList<>();
  private int unknown;
  private int repeated;

  private ReadingCheck(CollectedSystem system, Instant now, Duration retention) {
    this.system = system;
    this.earliestAllowed = now.minus(retention).getEpochSecond();
    this.latestAllowed = now.plus(FUTURE).getEpochSecond();
  }

  /**
   * Checks all readings of a delivery.
   *
   * @param retention how long raw readings are kept; older ones would spoil the aggregates of days
   *     whose other readings are gone
   */
  static Checked check(
      CollectedSystem system, List<Reading> readings, Instant now, Duration retention) {
    ReadingCheck check = new ReadingCheck(system, now, retention);
    readings.forEach(check::take);
    List<PointSamples> points = check.byPoint();
    return new Checked(points, check.quarantined, check.unknown, check.repeated);
  }

  private record Accepted(CollectedPoint point, Sample sample) {}

  /** Of readings of the same point and time the first one counts. */
  private List<PointSamples> byPoint() {
    accepted.sort(ORDER);
    List<PointSamples> points = new ArrayList<>();
    List<Sample> own = List.of();
    for (int i = 0; i < accepted.size(); i++) {
      Accepted one = accepted.get(i);
      boolean samePoint = i > 0 && accepted.get(i - 1).point().id() == one.point().id();
      if (!samePoint) {
        own = new ArrayList<>(1);
        points.add(new PointSamples(one.point(), own));
      }
      if (samePoint && accepted.get(i - 1).sample().t() == one.sample().t()) {
        repeated++;
      } else {
        own.add(one.sample());
      }
    }
    return points;
  }

  private void take(Reading reading) {
    CollectedPoint point = system.points().get(reading.point().value());
    if (point == null || !point.active()) {
      unknown++;
      return;
    }
    long t = reading.time().getEpochSecond();
    if (!point.isSampled()) {
      quarantine(reading, t, WRONG_SOURCE);
    } else if (!Double.isFinite(reading.value())) {
      quarantine(reading, t, "NOT_FINITE");
    } else if (!point.range().admits(reading.value())) {
      quarantine(reading, t, "OUT_OF_RANGE");
    } else if (t > latestAllowed) {
      quarantine(reading, t, "IN_FUTURE");
    } else if (t < earliestAllowed) {
      quarantine(reading, t, "TOO_OLD");
    } else {
      accepted.add(new Accepted(point, new Sample(t, normal(reading.value()))));
    }
  }

  /** Minus zero becomes zero: the database and the pages know only one. */
  private static double normal(double value) {
    return value == 0 ? 0.0 : value;
  }

  private void quarantine(Reading reading, long t, String reason) {
    quarantined.add(
        new Quarantined(
            system.id(), reading.point().value(), t, Double.toString(reading.value()), reason));
  }

  /**
   * The sorted delivery.
   *
   * @param points samples that can be stored, by point id
   * @param quarantined readings that must not be
   * @param unknown readings of points that the system does not have or no longer collects
   * @param repeated readings that the delivery itself contains more than once
   */
  record Checked(
      List<PointSamples> points, List<Quarantined> quarantined, int unknown, int repeated) {
    int rejected() {
      return quarantined.size() + unknown;
    }
  }

  /** The samples of one point, ascending, one per time. */
  record PointSamples(CollectedPoint point, List<Sample> samples) {}

  /** A reading that must not be stored, as received. */
  record Quarantined(int system, String pointKey, long t, String value, String reason) {}
}
