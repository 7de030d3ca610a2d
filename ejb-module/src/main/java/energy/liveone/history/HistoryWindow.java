package energy.liveone.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time {@code (from, to]} of a query, in whole seconds.
 *
 * @param nameOrNull the named range that it is; at daily resolution such a range has exactly its
 *     number of local days, today included
 */
public record HistoryWindow(Instant from, Instant to, @Nullable RangeName nameOrNull) {
  /** The longest window. */
  public static final Duration LONGEST = Duration.ofDays(3_700);

  private static final Instant EARLIEST = Instant.EPOCH;

  /** The hot tables hold unsigned 32-bit seconds. */
  private static final Instant LATEST = Instant.ofEpochSecond(4_294_967_295L);

  public HistoryWindow {
    if (!from.isBefore(to) || from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw new IllegalArgumentException("A window ends after it begins, between 1970 and 2106");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("A window has at most ten years");
    }
  }

  /** A named range that ends now. */
  public static HistoryWindow of(RangeName name, Instant now) {
    Instant to = Instant.ofEpochSecond(now.getEpochSecond());
    return new HistoryWindow(to.minus(name.length()), to, name);
  }

  /** From one time, exclusive, to another, inclusive. */
  public static HistoryWindow between(Instant from, Instant to) {
    return new HistoryWindow(from, to, null);
  }

  /**
   * A named range moved on to the end of the interval that is running now, so that it has exactly
   * its number of intervals and the newest data is among them; other windows stay.
   *
   * @param seconds length of the intervals
   */
  HistoryWindow alignedTo(int seconds) {
    if (nameOrNull == null) {
      return this;
    }
    long end = -Math.floorDiv(-to.getEpochSecond(), seconds) * seconds;
    Instant alignedTo = Instant.ofEpochSecond(end);
    return new HistoryWindow(alignedTo.minus(nameOrNull.length()), alignedTo, nameOrNull);
  }

  /** The named range that it is, if it is one. */
  public Optional<RangeName> name() {
    return Optional.ofNullable(nameOrNull);
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, to);
  }
}
