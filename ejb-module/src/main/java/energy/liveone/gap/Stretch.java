package energy.liveone.gap;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time {@code (from, to]}.
 *
 * @param from exclusive start, epoch seconds
 * @param to inclusive end, epoch seconds; later than the start
 */
public record Stretch(long from, long to) implements Comparable<Stretch> {
  public Stretch {
    if (from >= to) {
      throw new IllegalArgumentException("No time between " + from + " and " + to);
    }
  }

  /** Length in seconds. */
  long seconds() {
    return to - from;
  }

  boolean contains(Stretch other) {
    return from <= other.from && other.to <= to;
  }

  boolean overlaps(Stretch other) {
    return from < other.to && other.from < to;
  }

  /** Whether the two overlap, or one begins where the other ends. */
  boolean touches(Stretch other) {
    return from <= other.to && other.from <= to;
  }

  /** The same with so much more at both ends. */
  Stretch widened(Duration by) {
    return new Stretch(from - by.toSeconds(), to + by.toSeconds());
  }

  Instant start() {
    return Instant.ofEpochSecond(from);
  }

  Instant end() {
    return Instant.ofEpochSecond(to);
  }

  @Override
  public int compareTo(Stretch other) {
    return from == other.from ? Long.compare(to, other.to) : Long.compare(from, other.from);
  }
}
