package energy.liveone.reading;

import energy.liveone.point.PointKey;
import java.time.Duration;
import java.time.Instant;

/**
 * One value that a vendor gives for a whole interval {@code (end - length, end]}: the mean of a
 * gauge, or the amount of an interval number.
 *
 * @param point the point within its system; one whose source is intervals
 * @param end inclusive end of the interval, on the 5-minute grid
 * @param length of the interval: whole minutes, 5 min to a day
 * @param value in the point's unit and sign; not yet validated, so it may be any double
 * @param quality how final it is
 */
public record IntervalReading(
    PointKey point, Instant end, Duration length, double value, IntervalQuality quality) {

  /**
   * When it counts as measured: at its end, or at its start while it still runs, because nothing
   * was measured in the future.
   */
  public Instant measuredAt(Instant now) {
    return end.isAfter(now) ? end.minus(length) : end;
  }
}
