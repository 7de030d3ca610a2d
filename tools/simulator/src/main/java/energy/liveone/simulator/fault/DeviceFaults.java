package energy.liveone.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * What faults do to a device's memory and clock and to its counters. Vendors apply it to their own
 * samples.
 */
public final class DeviceFaults {

  private static final double SMALL_STEP_KWH = 0.05;

  private DeviceFaults() {}

  /**
   * A sample under faults.
   *
   * @param measured the instant whose values are shown
   * @param stamp the time stamp shown with them
   */
  public record Sample(Instant measured, Instant stamp) {}

  /**
   * The sample that a device shows.
   *
   * @param now virtual time
   * @param newest gives for an instant the newest sample that the device would show then, without
   *     faults
   */
  public static Sample sample(FaultView faults, Instant now, UnaryOperator<Instant> newest) {
    Instant current = newest.apply(now);
    Optional<Instant> held = heldSince(faults, now);
    Instant measured = held.map(newest).orElse(current);
    Instant stamp =
        faults
            .claim(FaultName.DUPLICATE_TIMESTAMPS)
            .map(fault -> newest.apply(fault.since()))
            .orElse(measured);
    long skew = Math.round(faults.claim(FaultName.CLOCK_SKEW).flatMap(Fault::number).orElse(0.0));
    return new Sample(measured, stamp.plusSeconds(skew));
  }

  /** Since when the device has shown nothing new, if that is so. */
  public static Optional<Instant> heldSince(FaultView faults, Instant now) {
    Optional<Instant> stale = faults.claim(FaultName.STALE).map(Fault::since);
    return stale.isPresent() ? stale : runningGap(faults, now).map(Fault::since);
  }

  /** The gap that the device is in, if it is in one. */
  public static Optional<Fault> runningGap(FaultView faults, Instant now) {
    return faults.claim(FaultName.GAP).filter(gap -> now.isBefore(endOf(gap)));
  }

  private static Instant endOf(Fault gap) {
    double minutes = gap.number().orElseThrow();
    return gap.since().plus(Duration.ofMillis(Math.round(minutes * 60_000)));
  }

  /**
   * A lifetime counter under faults.
   *
   * @param kwh the true counter
   * @param at gives the true counter at another instant
   */
  public static double counter(FaultView faults, double kwh, ToDoubleFunction<Instant> at) {
    double shown =
        faults
            .claim(FaultName.COUNTER_RESET)
            .map(reset -> Math.max(0, kwh - at.applyAsDouble(reset.since())))
            .orElse(kwh);
    double step =
        faults
            .claim(FaultName.NEGATIVE_STEP)
            .map(fault -> fault.number().orElse(SMALL_STEP_KWH))
            .orElse(0.0);
    return Math.max(0, shown - step);
  }
}
