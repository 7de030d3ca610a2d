package energy.liveone.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock in UTC that starts as real time and can be set, sped up and frozen. Safe for use by many
 * threads.
 */
public final class VirtualClock extends Clock {

  /** The fastest that time may run: a day in less than a second. */
  public static final double MAX_SPEED = 100_000;

  private final Clock real;
  private volatile Anchor anchor;

  /**
   * @param real the clock to follow
   */
  public VirtualClock(Clock real) {
    this.real = real;
    this.anchor = realTime();
  }

  @Override
  public Instant instant() {
    return anchor.at(real.instant());
  }

  /** Real time, by which delays and journal entries are told. */
  public Instant realInstant() {
    return real.instant();
  }

  /** Virtual seconds per real second while not frozen. */
  public double speed() {
    return anchor.speed;
  }

  /** Whether time stands still. */
  public boolean frozen() {
    return anchor.frozen;
  }

  /** Sets the time; speed stays and a frozen clock stays frozen. */
  public synchronized void set(Instant now) {
    anchor = new Anchor(real.instant(), now, anchor.speed, anchor.frozen);
  }

  /** Sets the speed from now on. */
  public synchronized void run(double speed) {
    if (!(speed > 0 && speed <= MAX_SPEED)) {
      throw new IllegalArgumentException("speed must be above 0 and at most " + (long) MAX_SPEED);
    }
    anchor = new Anchor(real.instant(), instant(), speed, anchor.frozen);
  }

  /** Stops time, or lets it run on from where it stands. */
  public synchronized void freeze(boolean frozen) {
    anchor = new Anchor(real.instant(), instant(), anchor.speed, frozen);
  }

  /** Back to real time. */
  public synchronized void reset() {
    anchor = realTime();
  }

  private Anchor realTime() {
    Instant now = real.instant();
    return new Anchor(now, now, 1, false);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the virtual clock tells UTC only");
  }

  private record Anchor(Instant realNow, Instant virtualNow, double speed, boolean frozen) {

    Instant at(Instant now) {
      if (frozen) {
        return virtualNow;
      }
      Duration passed = Duration.between(realNow, now);
      if (speed == 1) {
        return virtualNow.plus(passed);
      }
      return virtualNow.plusMillis((long) (passed.toMillis() * speed));
    }
  }
}
