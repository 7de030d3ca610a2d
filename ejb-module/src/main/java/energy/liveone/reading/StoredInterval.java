package energy.liveone.reading;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.Flag;
import energy.liveone.point.NumberClass;
import java.time.Instant;

/**
 * The value of one interval {@code (end - seconds, end]} of a point, as one row of the 5-minute
 * table holds it.
 *
 * @param end inclusive end, epoch seconds
 * @param seconds length
 * @param value in the point's unit
 * @param rank of its {@link IntervalQuality}
 * @param corrected whether it replaced a different value
 */
record StoredInterval(long end, int seconds, double value, int rank, boolean corrected) {
  static StoredInterval of(IntervalReading reading) {
    return new StoredInterval(
        reading.end().getEpochSecond(),
        (int) reading.length().toSeconds(),
        // Minus zero becomes zero: the database and the pages know only one.
        reading.value() == 0 ? 0.0 : reading.value(),
        reading.quality().rank(),
        false);
  }

  /** Exclusive start, epoch seconds. */
  long start() {
    return end - seconds;
  }

  boolean overlaps(StoredInterval other) {
    return start() < other.end && other.start() < end;
  }

  boolean isSameStretch(StoredInterval other) {
    return end == other.end && seconds == other.seconds;
  }

  /** The same with a mark that it replaced a different value. */
  StoredInterval asCorrection() {
    return new StoredInterval(end, seconds, value, rank, true);
  }

  /** When it counts as measured, see {@link IntervalReading#measuredAt}. */
  long measuredAt(Instant now) {
    return end > now.getEpochSecond() ? start() : end;
  }

  /** The row; the whole interval is evidenced, whatever its length. */
  Aggregate row(NumberClass numberClass) {
    boolean gauge = numberClass == NumberClass.GAUGE;
    return new Aggregate(
        end,
        value,
        value,
        gauge ? (Double) value : null,
        gauge ? null : (Double) value,
        1,
        value,
        value,
        null,
        seconds,
        flags());
  }

  private int flags() {
    int estimated = rank == IntervalQuality.ESTIMATED.rank() ? Flag.ESTIMATED.bit() : 0;
    return corrected ? estimated | Flag.CORRECTED.bit() : estimated;
  }
}
