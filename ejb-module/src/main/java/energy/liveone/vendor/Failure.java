package energy.liveone.vendor;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vendor call that did not succeed.
 *
 * @param code the standard code
 * @param detail plain words with the vendor's own text, redacted, at most 500 characters
 * @param httpStatus the vendor's status, null when there was no answer
 * @param retryAt earliest time of the next call, when the vendor said so
 * @param expected whether this is known behaviour, such as a maintenance window: it raises no
 *     alarm, and the next call is made at the usual time, without back-off
 * @param response the redacted body, null when there was none
 */
public record Failure(
    FailureCode code,
    String detail,
    @Nullable Integer httpStatus,
    @Nullable Instant retryAt,
    boolean expected,
    @Nullable String response) {

  private static final int MAX_DETAIL = 500;

  public Failure {
    detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
  }

  /** A failure without an answer. */
  public static Failure of(FailureCode code, String detail) {
    return new Failure(code, detail, null, null, false, null);
  }

  /** A failure told by an answer, whose body must already be redacted. */
  public static Failure answered(FailureCode code, String detail, int httpStatus, String response) {
    return new Failure(code, detail, httpStatus, null, false, response);
  }

  /** The same failure with the vendor's word on when to call again. */
  public Failure retryingAt(@Nullable Instant when) {
    return new Failure(code, detail, httpStatus, when, expected, response);
  }

  /** The same failure, known not to be alarming. */
  public Failure asExpected() {
    return new Failure(code, detail, httpStatus, retryAt, true, response);
  }

  /** Earliest time of the next call, when the vendor said so. */
  public Optional<Instant> retryTime() {
    return Optional.ofNullable(retryAt);
  }
}
