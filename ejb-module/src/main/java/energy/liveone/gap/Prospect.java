package energy.liveone.gap;

import energy.liveone.point.NumberClass;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be hoped for a gap of a point. Pure.
 *
 * @param reach how far back the vendor's history tells this point; null when it does not
 * @param deviceKeeps how long the device may deliver late; null when it does not push
 * @param numberClass of the point
 */
record Prospect(@Nullable Duration reach, @Nullable Duration deviceKeeps, NumberClass numberClass) {

  /** The attempts after which a vendor that answers is believed to have nothing. */
  static final int MOST_ATTEMPTS = 6;

  private static final Duration[] DISTANCES = {
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofHours(6),
    Duration.ofDays(1),
    Duration.ofDays(2)
  };

  /** Whether asking the vendor may help. */
  boolean canBeAsked(Gap gap, Instant now) {
    return reach != null && gap.stretch().end().isAfter(now.minus(reach));
  }

  /** What becomes of a gap about which the vendor cannot be asked. */
  Gap withoutAsking(Gap gap, Instant now) {
    if (reach != null) {
      return gap.settled(GapState.PERMANENT, GapReason.OUT_OF_REACH);
    }
    if (deviceKeeps != null) {
      Instant end = gap.stretch().end().plus(deviceKeeps);
      return end.isAfter(now)
          ? gap.waiting(GapReason.DEVICE_MAY_DELIVER, null, gap.attempts(), end)
          : gap.settled(GapState.PERMANENT, GapReason.NEVER_DELIVERED);
    }
    return numberClass == NumberClass.COUNTER
        ? gap.settled(GapState.ESTIMATED, GapReason.COUNTER_WENT_ON)
        : gap.settled(GapState.PERMANENT, GapReason.NO_HISTORY);
  }

  /** What becomes of what the vendor, asked once more, still did not tell. */
  Gap afterAnswer(Gap gap, Instant now) {
    int attempts = gap.attempts() + 1;
    if (attempts >= MOST_ATTEMPTS) {
      return gap.settled(GapState.PERMANENT, GapReason.VENDOR_HAS_NOTHING);
    }
    return gap.waiting(GapReason.VENDOR_HAS_NOTHING, null, attempts, now.plus(distance(attempts)));
  }

  /**
   * What becomes of it after a failure: it stays open as long as the vendor could tell.
   *
   * @param said words of the failure
   * @param notBefore when the vendor wants to be asked again, null when it did not say
   */
  Gap afterFailure(Gap gap, String said, @Nullable Instant notBefore, Instant now) {
    Instant at = afterFailure(gap, notBefore, now);
    return gap.waiting(GapReason.VENDOR_FAILED, said, gap.attempts() + 1, at);
  }

  private static Instant afterFailure(Gap gap, @Nullable Instant notBefore, Instant now) {
    return notBefore != null && notBefore.isAfter(now)
        ? notBefore
        : now.plus(distance(gap.attempts() + 1));
  }

  /**
   * What becomes of a gap that was not asked about, as the answer before was none: it waits as long
   * as if it were its own, so that a vendor that refuses one day is not asked for the next at once.
   *
   * @param last the answer to the request before
   */
  Gap notReached(Gap gap, PastAnswer last, Instant now) {
    Instant next =
        last.fold(
            told -> now,
            PastAnswer.Postponed::until,
            failed -> afterFailure(gap, failed.failure().retryTime().orElse(null), now));
    return gap.waiting(gap.reason(), gap.words(), gap.attempts(), next);
  }

  private static Duration distance(int attempts) {
    return DISTANCES[Math.min(attempts, DISTANCES.length) - 1];
  }
}
