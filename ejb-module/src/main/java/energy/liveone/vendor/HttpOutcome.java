package energy.liveone.vendor;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of one HTTP call: an answer of any status, or none. */
public sealed interface HttpOutcome {

  /**
   * The vendor answered.
   *
   * @param status HTTP status; redirects are not followed
   * @param headers as received, names in any case
   * @param body decoded as UTF-8, complete, possibly empty; not redacted
   */
  record Answer(int status, HttpHeaders headers, String body) implements HttpOutcome {
    /** The first value of a header. */
    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }

    /** All values of a header. */
    public List<String> headers(String name) {
      return headers.allValues(name);
    }

    /** Whether the status is 301, 302, 303, 307 or 308. */
    public boolean isRedirect() {
      return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Neither headers nor body: both may hold secrets. */
    @Override
    public String toString() {
      return "Answer[" + status + ", " + body.length() + " characters]";
    }
  }

  /** There was no complete answer: TIMEOUT, VENDOR_UNAVAILABLE, or BAD_RESPONSE when too large. */
  record NoAnswer(Failure failure) implements HttpOutcome {}

  /** Decides by case. */
  default <R> R fold(Function<Answer, R> answer, Function<NoAnswer, R> noAnswer) {
    if (this instanceof Answer a) {
      return answer.apply(a);
    }
    return noAnswer.apply((NoAnswer) this);
  }
}
