package energy.liveone.polling;

import energy.liveone.reading.Written;
import energy.liveone.vendor.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is put on record of a poll that got an answer, or failed to. */
final class PollAttempt {
  private PollAttempt() {}

  static Attempt of(Collected poll, Written written) {
    return poll.result()
        .fold(
            fetched ->
                answered(
                    poll, written, fetched.observedAt(), fetched.response(), fetched.missing()),
            nothing -> answered(poll, written, nothing.asOf(), nothing.response(), null),
            failed -> failed(poll, failed.failure()));
  }

  /** Forecasts alone are something, though no reading: then the code says nothing. */
  private static Attempt answered(
      Collected poll,
      Written written,
      Instant asOf,
      @Nullable String response,
      @Nullable Failure missing) {
    String code = null;
    List<String> remarks = new ArrayList<>();
    if (written.stored() == 0 && written.forecasts() > 0) {
      remarks.add(
          "%d forecasts, and no reading newer than %s".formatted(written.forecasts(), asOf));
    } else if (written.stored() == 0) {
      code = Attempt.NO_DATA;
      remarks.add("Nothing newer than " + asOf);
    }
    if (written.rejected() > 0) {
      remarks.add(written.rejected() + " readings were not plausible or not wanted");
    }
    if (missing != null) {
      remarks.add("A part is missing, %s: %s".formatted(missing.code(), missing.detail()));
    }
    return attempt(
        poll,
        true,
        code,
        remarks.isEmpty() ? null : String.join("; ", remarks),
        response,
        written.stored());
  }

  private static Attempt failed(Collected poll, Failure failure) {
    return attempt(poll, false, failure.code().name(), failure.detail(), failure.response(), 0);
  }

  private static Attempt attempt(
      Collected poll,
      boolean successful,
      @Nullable String code,
      @Nullable String text,
      @Nullable String response,
      int rows) {
    return new Attempt(
        poll.system().id(),
        poll.system().vendor(),
        poll.system().name(),
        poll.cause(),
        poll.started(),
        poll.duration(),
        successful,
        code,
        text,
        null,
        response,
        rows);
  }
}
