package energy.liveone.vendor;

import java.time.Duration;
import java.time.Instant;

/** Beats at equal distances from the epoch, each site at its own place within the distance. */
record SteadyRhythm(Duration cadence) implements PollRhythm {
  @Override
  public Instant next(Instant after, VendorSystem system, double place) {
    long step = cadence.toMillis();
    long offset = (long) (place * step);
    long beats = Math.floorDiv(after.toEpochMilli() - offset, step) + 1;
    return Instant.ofEpochMilli(beats * step + offset);
  }

  @Override
  public Instant silentUntil(Instant newest, VendorSystem system) {
    return newest.plus(cadence);
  }
}
