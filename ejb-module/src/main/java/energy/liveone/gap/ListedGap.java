package energy.liveone.gap;

import energy.liveone.point.PointKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gap as people and programs are told of it.
 *
 * @param pointOrNull the point; null when all of the system is silent
 * @param labelOrNull the point's label
 * @param from exclusive start
 * @param toOrNull inclusive end; null while the outage lasts
 * @param wordsOrNull what the vendor said to the last attempt
 * @param attempts times that the vendor's history was asked
 * @param nextAttemptOrNull when it is asked again, or nothing can come any more
 */
public record ListedGap(
    @Nullable PointKey pointOrNull,
    @Nullable String labelOrNull,
    Instant from,
    @Nullable Instant toOrNull,
    GapState state,
    GapReason reason,
    @Nullable String wordsOrNull,
    int attempts,
    Instant foundAt,
    Instant updatedAt,
    @Nullable Instant nextAttemptOrNull) {

  /** The end; empty while the outage lasts. */
  public Optional<Instant> to() {
    return Optional.ofNullable(toOrNull);
  }
}
