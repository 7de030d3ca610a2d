package energy.liveone.vendor.amber;

import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.QuotaLimit.Scope;
import energy.liveone.vendor.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often Amber may be called. It publishes no numbers; its users report 10 calls in 5 minutes
 * per key, and a block of a whole window, counted from the last call, for whoever exceeds that.
 * Headers that tell more are honoured when they are there.
 */
final class AmberLimits {
  static final Duration WINDOW = Duration.ofMinutes(5);

  /** Most days, the first and the last included, of one call for prices or usage. */
  static final int DAYS_PER_CALL = 7;

  /** A fifth is for people who wait, for the past, and for calls of the key's other users. */
  static final QuotaLimit QUOTA = QuotaLimit.rolling(Scope.CREDENTIAL, 10, WINDOW, 0.2);

  private static final int MAX_DIGITS = 6;

  private AmberLimits() {}

  /**
   * When to call again after a refusal for too many calls: a window after the next boundary, or
   * later when the answer says so.
   */
  static Instant retryAfterRefusal(Answer answer, Instant now) {
    Instant usual = nextBoundary(now).plus(WINDOW);
    Instant told = RetryAfter.of(answer, now).or(() -> reset(answer, now)).orElse(usual);
    return told.isAfter(usual) ? told : usual;
  }

  /** Until when the answer, which was none of a refusal, says that nothing is left. */
  static Optional<Instant> exhaustedUntil(Answer answer, Instant now) {
    OptionalInt left = number(answer, "RateLimit-Remaining");
    return left.isPresent() && left.getAsInt() == 0
        ? Optional.of(reset(answer, now).orElse(now.plus(WINDOW)))
        : Optional.empty();
  }

  private static Optional<Instant> reset(Answer answer, Instant now) {
    OptionalInt seconds = number(answer, "RateLimit-Reset");
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    long believed = Math.min(seconds.getAsInt(), RetryAfter.LONGEST.toSeconds());
    return Optional.of(now.plusSeconds(believed));
  }

  private static Instant nextBoundary(Instant now) {
    long step = WINDOW.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), step) + 1) * step);
  }

  private static OptionalInt number(Answer answer, String header) {
    return answer
        .header(header)
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= MAX_DIGITS)
        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }
}
