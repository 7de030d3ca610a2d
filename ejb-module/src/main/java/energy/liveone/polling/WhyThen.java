package energy.liveone.polling;

import energy.liveone.system.SystemStatus;
import energy.liveone.vendor.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a system is polled next when it is, or why it is not. Pure, as {@link NextPoll} is. */
public enum WhyThen {
  /** Paused by its owner. */
  PAUSED,
  /** Stopped, until its owner connects the account at the vendor again. */
  RECONNECT,
  /** Stopped, until its owner mends what the status says. */
  STOPPED,
  /** Its device calls us. */
  PUSHED,
  /** It should be polled, and has no place in the schedule. */
  UNSCHEDULED,
  /** A node asks its vendor at this moment. */
  ASKING,
  /** It was due, and no node took it. */
  OVERDUE,
  /** Its vendor fails for nearly everybody and is left alone. */
  VENDOR_FAILS,
  /** The vendor allows no more calls before. */
  NO_CALLS,
  /** The vendor said that it was asked too often. */
  TOO_OFTEN,
  /** Its credentials cannot be read, which is looked at again. */
  NOT_CONFIGURED,
  /** Its attempts fail, but as is known of the vendor, so that the usual time holds. */
  EXPECTED_FAILURE,
  /** Its attempts fail: each failure lets it wait longer. */
  BACK_OFF,
  /** It was never polled. */
  FIRST,
  /** Beats of the vendor's rhythm are left out, so that the vendor's calls last for all. */
  SPARING,
  /** The next beat of the vendor's rhythm. */
  RHYTHM;

  /** A node looks every second; whoever waits for longer was taken by none. */
  private static final Duration OVERDUE_AFTER = Duration.ofSeconds(30);

  /**
   * What decides.
   *
   * @param polled whether its vendor is one that we call
   * @param granted whether its credentials come from an account that was connected at the vendor
   * @param stopReasonOrNull why its status is {@link SystemStatus#ERROR}; begins with a code
   * @param beatOrNull the first beat of the rhythm after the last attempt was stored, where calls
   *     are limited; null where they are not
   * @param lastCodeOrNull what the last attempt failed with
   */
  public record Facts(
      SystemStatus status,
      boolean polled,
      boolean granted,
      @Nullable String stopReasonOrNull,
      PlannedPoll plan,
      @Nullable Instant beatOrNull,
      @Nullable String lastCodeOrNull) {
    private boolean failedWith(FailureCode code) {
      return code.name().equals(lastCodeOrNull);
    }

    private boolean stoppedFor(FailureCode code) {
      return stopReasonOrNull != null && stopReasonOrNull.startsWith(code.name());
    }
  }

  /** The reason that holds now. */
  public static WhyThen of(Facts facts, Instant now) {
    return notPolled(facts)
        .or(() -> facts.plan().due().map(due -> polled(facts, due, now)))
        .orElse(UNSCHEDULED);
  }

  private static Optional<WhyThen> notPolled(Facts facts) {
    if (facts.status() == SystemStatus.PAUSED) {
      return Optional.of(PAUSED);
    }
    if (facts.status() == SystemStatus.ERROR) {
      boolean reconnect = facts.granted() && facts.stoppedFor(FailureCode.AUTH_EXPIRED);
      return Optional.of(reconnect ? RECONNECT : STOPPED);
    }
    return facts.polled() ? Optional.empty() : Optional.of(PUSHED);
  }

  private static WhyThen polled(Facts facts, Instant due, Instant now) {
    PlannedPoll plan = facts.plan();
    if (plan.busyNode(now).isPresent()) {
      return ASKING;
    }
    if (due.plus(OVERDUE_AFTER).isBefore(now)) {
      return OVERDUE;
    }
    if (plan.waitsForOrNull() != null) {
      return plan.waitsForOrNull() == WaitsFor.VENDOR ? VENDOR_FAILS : NO_CALLS;
    }
    return plan.failures() > 0 ? failing(facts, due) : well(facts, due);
  }

  private static WhyThen failing(Facts facts, Instant due) {
    if (facts.failedWith(FailureCode.RATE_LIMITED)) {
      return TOO_OFTEN;
    }
    if (facts.failedWith(FailureCode.NOT_CONFIGURED)) {
      return NOT_CONFIGURED;
    }
    boolean early =
        facts
            .plan()
            .lastAttempt()
            .filter(last -> due.isBefore(last.plus(NextPoll.backOff(facts.plan().failures()))))
            .isPresent();
    return early ? EXPECTED_FAILURE : BACK_OFF;
  }

  private static WhyThen well(Facts facts, Instant due) {
    if (facts.plan().lastAttempt().isEmpty()) {
      return FIRST;
    }
    return facts.beatOrNull() != null && due.isAfter(facts.beatOrNull()) ? SPARING : RHYTHM;
  }
}
