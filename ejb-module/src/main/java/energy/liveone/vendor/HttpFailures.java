package energy.liveone.vendor;

import energy.liveone.vendor.HttpOutcome.Answer;
import java.time.Instant;

/** What an HTTP status means where a vendor's page says nothing else. */
public final class HttpFailures {
  private static final int SERVER_ERROR = 500;

  private HttpFailures() {}

  /**
   * The failure that a status stands for.
   *
   * @param redaction masks the body that is kept
   * @param now for a {@code Retry-After}
   */
  public static Failure ofStatus(Answer answer, Redaction redaction, Instant now) {
    return of(codeOf(answer.status()), "The vendor answered " + answer.status(), answer, redaction)
        .retryingAt(RetryAfter.of(answer, now).orElse(null));
  }

  /** A failure of this kind, with the redacted body. */
  public static Failure of(FailureCode code, String detail, Answer answer, Redaction redaction) {
    return Failure.answered(code, detail, answer.status(), redaction.forSession(answer.body()));
  }

  private static FailureCode codeOf(int status) {
    return switch (status) {
      case 401 -> FailureCode.AUTH_FAILED;
      case 403 -> FailureCode.FORBIDDEN;
      case 404 -> FailureCode.NOT_FOUND;
      case 429 -> FailureCode.RATE_LIMITED;
      default -> status >= SERVER_ERROR ? FailureCode.VENDOR_UNAVAILABLE : FailureCode.BAD_RESPONSE;
    };
  }
}
