package energy.liveone.vendor.amber;

import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;

/**
 * Every 5 minutes, 30 to 45 s after the boundary: prices reach the API 20 to 40 s in, and only then
 * cease to be estimates.
 */
final class AmberRhythm implements PollRhythm {
  static final Duration STEP = Duration.ofMinutes(5);

  private static final Duration LATENESS = Duration.ofSeconds(30);
  private static final Duration SPREAD = Duration.ofSeconds(15);

  @Override
  public Instant next(Instant after, VendorSystem system, double place) {
    long step = STEP.toMillis();
    long offset = LATENESS.toMillis() + (long) (place * SPREAD.toMillis());
    long beats = Math.floorDiv(after.toEpochMilli() - offset, step) + 1;
    return Instant.ofEpochMilli(beats * step + offset);
  }

  /**
   * The running interval counts as measured at its start, so it stays the newest for its length.
   */
  @Override
  public Instant silentUntil(Instant newest, VendorSystem system) {
    Duration interval = Duration.ofMinutes(AmberSite.minutes(system.options()));
    return newest.plus(interval).plus(STEP);
  }
}
