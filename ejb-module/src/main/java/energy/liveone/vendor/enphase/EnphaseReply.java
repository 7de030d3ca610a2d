package energy.liveone.vendor.enphase;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.Redaction;
import java.util.function.Function;

/** What an authorized call to the API brought. */
sealed interface EnphaseReply {

  /**
   * A document of status 200.
   *
   * @param redaction masks the secrets of the call
   */
  record Page(Answer answer, Redaction redaction) implements EnphaseReply {
    String body() {
      return answer.body();
    }

    /** The body as a session may keep it. */
    String forSession() {
      return redaction.forSession(answer.body());
    }
  }

  /** No document. */
  record Refused(Failure failure) implements EnphaseReply {
    /** Whether the vendor found the asked time to be out of reach. */
    boolean isOutOfTime() {
      Integer status = failure.httpStatus();
      return status != null && status == EnphaseFailures.UNPROCESSABLE;
    }
  }

  default <R> R fold(Function<Page, R> page, Function<Refused, R> refused) {
    if (this instanceof Page p) {
      return page.apply(p);
    }
    return refused.apply((Refused) this);
  }
}
