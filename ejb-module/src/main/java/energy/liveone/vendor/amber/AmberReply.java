package energy.liveone.vendor.amber;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.Redaction;
import java.util.function.Function;

/** What a call brought. */
sealed interface AmberReply {

  /** An answer of status 200. */
  record Page(Answer answer, Redaction redaction) implements AmberReply {
    String body() {
      return answer.body();
    }

    /** The body as a session may keep it. */
    String forSession() {
      return redaction.forSession(answer.body());
    }

    /** The failure that the body is, after all. */
    Failure unusable(String reason) {
      return HttpFailures.of(FailureCode.BAD_RESPONSE, reason, answer, redaction);
    }
  }

  /** No page. */
  record Refused(Failure failure) implements AmberReply {}

  default <R> R fold(Function<Page, R> page, Function<Refused, R> refused) {
    if (this instanceof Page p) {
      return page.apply(p);
    }
    return refused.apply((Refused) this);
  }
}
