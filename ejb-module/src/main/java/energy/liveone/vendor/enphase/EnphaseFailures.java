package energy.liveone.vendor.enphase;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the API's refusals mean. */
final class EnphaseFailures {
  static final int UNAUTHORIZED = 401;
  static final int UNPROCESSABLE = 422;

  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int TOO_MANY = 429;
  private static final int NOT_IMPLEMENTED = 501;

  /** A month; a period that ends later is not believed. */
  private static final Duration LONGEST_PERIOD = Duration.ofDays(32);

  private EnphaseFailures() {}

  /** The failure that an answer other than 200 stands for. */
  static Failure of(Answer answer, Redaction redaction, Instant now) {
    String said = said(answer, redaction);
    Failure failure =
        switch (answer.status()) {
          case UNAUTHORIZED -> unauthorized(answer, said, redaction);
          case UNPROCESSABLE, METHOD_NOT_ALLOWED, NOT_IMPLEMENTED ->
              HttpFailures.of(FailureCode.BAD_RESPONSE, said, answer, redaction);
          default -> HttpFailures.ofStatus(answer, redaction, now);
        };
    return answer.status() == TOO_MANY
        ? limited(answer, said, redaction).retryingAt(whenAgain(answer, failure, now))
        : worded(failure, said);
  }

  /** Whether a new access token may help. */
  static boolean wantsToken(Answer answer) {
    return answer.status() == UNAUTHORIZED && !isMismatch(answer);
  }

  private static Failure unauthorized(Answer answer, String said, Redaction redaction) {
    return isMismatch(answer)
        ? HttpFailures.of(
            FailureCode.NOT_CONFIGURED,
            "The operator's API key does not belong to the client id. " + said,
            answer,
            redaction)
        : HttpFailures.of(FailureCode.AUTH_EXPIRED, said, answer, redaction);
  }

  private static boolean isMismatch(Answer answer) {
    String body = answer.body().toLowerCase(Locale.ROOT);
    return body.contains("api key") && body.contains("mismatch");
  }

  private static Failure limited(Answer answer, String said, Redaction redaction) {
    return HttpFailures.of(FailureCode.RATE_LIMITED, said, answer, redaction);
  }

  /** The end of the period that is used up; else what the usual header says. */
  private static @Nullable Instant whenAgain(Answer answer, Failure byHeader, Instant now) {
    return fields(answer)
        .map(fields -> fields.number("period_end"))
        .filter(end -> end.isPresent())
        .map(end -> Instant.ofEpochSecond((long) end.getAsDouble()))
        .filter(end -> end.isAfter(now) && end.isBefore(now.plus(LONGEST_PERIOD)))
        .orElse(byHeader.retryAt());
  }

  private static Failure worded(Failure failure, String said) {
    return new Failure(
        failure.code(),
        said,
        failure.httpStatus(),
        failure.retryAt(),
        failure.expected(),
        failure.response());
  }

  /** Status and the vendor's own words, whichever of its shapes they have. */
  private static String said(Answer answer, Redaction redaction) {
    String words =
        fields(answer)
            .map(
                fields ->
                    Stream.of(
                            fields.text("message").stream(),
                            fields.texts("message").stream(),
                            fields.text("details").stream(),
                            fields.text("error_description").stream())
                        .flatMap(stream -> stream)
                        .collect(Collectors.joining(", ")))
            .orElse("");
    return redaction.redact(
        "Enphase answered " + answer.status() + (words.isEmpty() ? "" : ": " + words));
  }

  private static Optional<JsonFields> fields(Answer answer) {
    return JsonParse.of(answer.body())
        .fold(read -> Optional.of(read.fields()), malformed -> Optional.empty());
  }

  /** Masks what the operator and the owner would not want to see in a log. */
  static Redaction redaction(List<String> secrets) {
    return Redaction.STANDARD.alsoNamed(List.of("key")).alsoValues(secrets);
  }
}
