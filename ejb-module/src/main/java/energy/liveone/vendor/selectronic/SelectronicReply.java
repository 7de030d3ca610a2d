package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.Redaction;
import java.util.function.Function;

/** What a logged-in call to select.live brought. */
sealed interface SelectronicReply {

  /**
   * A page or data of status 200.
   *
   * @param redaction masks the secrets of the session
   */
  record Page(Answer answer, Redaction redaction) implements SelectronicReply {
    String body() {
      return answer.body();
    }

    /** The body as a session may keep it. */
    String forSession() {
      return redaction.forSession(answer.body());
    }
  }

  /** No page. */
  record Refused(Failure failure) implements SelectronicReply {}

  default <R> R fold(Function<Page, R> page, Function<Refused, R> refused) {
    if (this instanceof Page p) {
      return page.apply(p);
    }
    return refused.apply((Refused) this);
  }
}
