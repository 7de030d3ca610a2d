package energy.liveone.polling;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schedule's line of one system.
 *
 * @param dueOrNull when it is polled next, or until when a node has it; null when it is not polled
 * @param leaseUntilOrNull until when a node has it; null when none has
 * @param nodeOrNull which node that is
 * @param failures failed attempts in a row
 * @param lastAttemptOrNull when the last attempt began
 * @param lastSuccessOrNull when the last one began that got an answer
 * @param waitsForOrNull why it waits longer than its rhythm although nothing is wrong with it
 */
public record PlannedPoll(
    @Nullable Instant dueOrNull,
    @Nullable Instant leaseUntilOrNull,
    @Nullable String nodeOrNull,
    int failures,
    @Nullable Instant lastAttemptOrNull,
    @Nullable Instant lastSuccessOrNull,
    @Nullable WaitsFor waitsForOrNull) {
  /** Of a system that the schedule does not know. */
  public static final PlannedPoll NONE = new PlannedPoll(null, null, null, 0, null, null, null);

  /** When it is polled next. */
  public Optional<Instant> due() {
    return Optional.ofNullable(dueOrNull);
  }

  /** When the last attempt began. */
  public Optional<Instant> lastAttempt() {
    return Optional.ofNullable(lastAttemptOrNull);
  }

  /** When the last attempt began that got an answer. */
  public Optional<Instant> lastSuccess() {
    return Optional.ofNullable(lastSuccessOrNull);
  }

  /** The node that has it now; a lease that is over counts no more. */
  public Optional<String> busyNode(Instant now) {
    return leaseUntilOrNull != null && leaseUntilOrNull.isAfter(now)
        ? Optional.ofNullable(nodeOrNull)
        : Optional.empty();
  }
}
