package energy.liveone.vendor;

import energy.liveone.vendor.HttpOutcome.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds or a date. */
public final class RetryAfter {
  /** The longest wait that is believed; more is taken for this. */
  public static final Duration LONGEST = Duration.ofDays(1);

  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /** When the vendor wants to be called again; empty when it does not say so legibly. */
  public static Optional<Instant> of(Answer answer, Instant now) {
    return answer.header("Retry-After").map(String::strip).flatMap(text -> read(text, now));
  }

  private static Optional<Instant> read(String text, Instant now) {
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(
          text.length() > MAX_DIGITS
              ? now.plus(LONGEST)
              : bounded(now.plusSeconds(Long.parseLong(text)), now));
    }
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      return Optional.of(bounded(date, now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant bounded(Instant when, Instant now) {
    Instant latest = now.plus(LONGEST);
    if (when.isBefore(now)) {
      return now;
    }
    return when.isAfter(latest) ? latest : when;
  }
}
