package energy.liveone.vendor.fronius;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The times that a push may tell. Days-late spools are welcome; how far back the store still keeps
 * raw readings is the store's to judge.
 */
record PushWindow(Clock clock) {
  static final String REFUSAL = "The time is more than 2 minutes in the future, or before 2000";

  private static final Duration MAX_AHEAD = Duration.ofMinutes(2);

  /** A device whose clock was never set starts at 1970. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  boolean admits(Instant time) {
    return !time.isAfter(clock.instant().plus(MAX_AHEAD)) && !time.isBefore(EARLIEST);
  }
}
