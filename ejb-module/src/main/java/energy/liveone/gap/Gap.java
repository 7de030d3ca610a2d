package energy.liveone.gap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a point without data, as recorded.
 *
 * @param id of its row, 0 while it has none
 * @param words what the vendor said to the last attempt
 * @param attempts times that the vendor's history was asked
 * @param nextAttempt when something is done about it next, null for never
 */
record Gap(
    long id,
    int point,
    Stretch stretch,
    GapState state,
    GapReason reason,
    @Nullable String words,
    int attempts,
    Instant foundAt,
    @Nullable Instant nextAttempt) {

  /** One that was just found and is due. */
  static Gap found(int point, Stretch stretch, GapReason reason, Instant now) {
    return new Gap(0, point, stretch, GapState.OPEN, reason, null, 0, now, now);
  }

  /** What is left of it. */
  Gap piece(Stretch rest) {
    return new Gap(0, point, rest, state, reason, words, attempts, foundAt, nextAttempt);
  }

  /** What is over of it. */
  Gap filled(Stretch part) {
    return new Gap(
        0, point, part, GapState.FILLED, GapReason.DATA_CAME, null, attempts, foundAt, null);
  }

  /** It waits for the next attempt, counted or not. */
  Gap waiting(GapReason why, @Nullable String said, int newAttempts, Instant next) {
    return new Gap(id, point, stretch, GapState.OPEN, why, said, newAttempts, foundAt, next);
  }

  /** Nothing more is done about it. */
  Gap settled(GapState newState, GapReason why) {
    return new Gap(id, point, stretch, newState, why, words, attempts, foundAt, null);
  }
}
