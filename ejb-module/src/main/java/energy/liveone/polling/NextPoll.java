package energy.liveone.polling;

import energy.liveone.quota.LimitOutlook;
import energy.liveone.quota.PolledSite;
import energy.liveone.quota.QuotaPlanner;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a system is polled again. Pure: the same question has the same answer on every node.
 *
 * <ul>
 *   <li>After success, and after failures that are expected, at the next beat of the vendor's
 *       rhythm that its limits have calls for.
 *   <li>After {@code RATE_LIMITED} when the vendor says, else after 5, 10, 20, 40, 60 min.
 *   <li>After other failures that may pass, after 1, 2, 4, 8, 15 min; where calls are limited, from
 *       the second failure on not before the next beat, so that a system that fails does not use up
 *       what others need.
 *   <li>What only the owner can mend is tried three times, a revoked grant or a missing credential
 *       once; then never. What is not configured but says when to look again is looked at then.
 * </ul>
 *
 * Each wait is up to a tenth longer by the system's place, so that systems that failed together do
 * not come back together.
 */
final class NextPoll {
  private static final int[] BACK_OFF_MINUTES = {1, 2, 4, 8, 15};
  private static final int[] RATE_LIMIT_MINUTES = {5, 10, 20, 40, 60};
  private static final int OWNER_ATTEMPTS = 3;

  /** Over which systems come back after a time that the vendor named. */
  private static final Duration RETRY_SPREAD = Duration.ofSeconds(30);

  private final PolledSite site;
  private final List<LimitOutlook> limits;

  NextPoll(PolledSite site, List<LimitOutlook> limits) {
    this.site = site;
    this.limits = limits;
  }

  /** After an attempt that got an answer. */
  Instant afterSuccess(Instant now) {
    return QuotaPlanner.next(site, limits, now);
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
    if (failure.code() == FailureCode.NOT_CONFIGURED && failure.retryTime().isPresent()) {
      return failure.retryTime().map(this::spread);
    }
    if (failure.code().needsOwner()) {
      return failures >= attemptsAllowed(failure.code())
          ? Optional.empty()
          : Optional.of(now.plus(step(BACK_OFF_MINUTES, failures)));
    }
    if (failure.code() == FailureCode.RATE_LIMITED) {
      Instant byTable = now.plus(step(RATE_LIMIT_MINUTES, failures));
      return Optional.of(
          failure.retryTime().filter(at -> at.isAfter(now)).map(this::spread).orElse(byTable));
    }
    Instant backOff = now.plus(step(BACK_OFF_MINUTES, failures));
    if (limits.isEmpty() || failures < 2) {
      return Optional.of(backOff);
    }
    Instant beat = afterSuccess(now);
    return Optional.of(beat.isAfter(backOff) ? beat : backOff);
  }

  private static int attemptsAllowed(FailureCode code) {
    return code == FailureCode.AUTH_EXPIRED || code == FailureCode.NOT_CONFIGURED
        ? 1
        : OWNER_ATTEMPTS;
  }

  private Instant spread(Instant retryAt) {
    return retryAt.plusMillis((long) (site.place() * RETRY_SPREAD.toMillis()));
  }

  /** The least that a system waits after this many failures in a row that may pass. */
  static Duration backOff(int failures) {
    return minutes(BACK_OFF_MINUTES, failures);
  }

  private static Duration minutes(int[] table, int failures) {
    return Duration.ofMinutes(table[Math.min(Math.max(failures, 1), table.length) - 1]);
  }

  private Duration step(int[] table, int failures) {
    Duration wait = minutes(table, failures);
    return wait.plusMillis((long) (site.place() * wait.toMillis() / 10));
  }
}
