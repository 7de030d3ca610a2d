package energy.liveone.polling;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.PollPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a system is polled again. Pure: the same question has the same answer on every node.
 *
 * <ul>
 *   <li>After success, and after failures that are expected, at the system's own place on the
 *       vendor's grid. Places are spread over the cadence by system id, so that a minute's work is
 *       spread over the minute.
 *   <li>After {@code RATE_LIMITED} when the vendor says, else after 5, 10, 20, 40, 60 min.
 *   <li>After other failures that may pass, after 1, 2, 4, 8, 15 min, each with up to a tenth more,
 *       by system id.
 *   <li>What only the owner can mend is tried three times, a revoked grant or a missing credential
 *       once; then never.
 * </ul>
 */
final class NextPoll {
  private static final int[] BACK_OFF_MINUTES = {1, 2, 4, 8, 15};
  private static final int[] RATE_LIMIT_MINUTES = {5, 10, 20, 40, 60};
  private static final int OWNER_ATTEMPTS = 3;

  private final PollPolicy policy;
  private final int system;

  NextPoll(PollPolicy policy, int system) {
    this.policy = policy;
    this.system = system;
  }

  /** After an attempt that got an answer. */
  Instant afterSuccess(Instant now) {
    long cadence = policy.cadence().toMillis();
    long place = Math.floorMod(system * 2_654_435_761L, cadence);
    long next = Math.floorDiv(now.toEpochMilli() - place, cadence) * cadence + cadence + place;
    return Instant.ofEpochMilli(next);
  }

  /**
   * After a failed attempt.
   *
   * @param failures failed attempts in a row, this one included
   * @return nothing when it is not to be polled any more
   */
  Optional<Instant> afterFailure(Failure failure, int failures, Instant now) {
    if (failure.expected()) {
      return Optional.of(afterSuccess(now));
    }
    if (failure.code().needsOwner()) {
      return failures >= attemptsAllowed(failure.code())
          ? Optional.empty()
          : Optional.of(now.plus(step(BACK_OFF_MINUTES, failures)));
    }
    if (failure.code() == FailureCode.RATE_LIMITED) {
      Instant byTable = now.plus(step(RATE_LIMIT_MINUTES, failures));
      return Optional.of(failure.retryTime().filter(at -> at.isAfter(now)).orElse(byTable));
    }
    return Optional.of(now.plus(step(BACK_OFF_MINUTES, failures)));
  }

  private static int attemptsAllowed(FailureCode code) {
    return code == FailureCode.AUTH_EXPIRED || code == FailureCode.NOT_CONFIGURED
        ? 1
        : OWNER_ATTEMPTS;
  }

  private Duration step(int[] minutes, int failures) {
    Duration wait =
        Duration.ofMinutes(minutes[Math.min(Math.max(failures, 1), minutes.length) - 1]);
    long spread = Math.floorMod(system * 2_654_435_761L, wait.toMillis() / 10);
    return wait.plusMillis(spread);
  }
}
