package energy.liveone.vendor.mondo;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.Redaction;
import java.util.function.Function;

/** What a call to Mondo's API brought. */
sealed interface MondoReply {

  /**
   * A body of status 200.
   *
   * @param redaction masks the secrets of the session
   */
  record Document(Answer answer, Redaction redaction) implements MondoReply {
    String body() {
      return answer.body();
    }

    /** The body as a session may keep it. */
    String forSession() {
      return redaction.forSession(answer.body());
    }
  }

  /** No document. */
  record Refused(Failure failure) implements MondoReply {}

  default <R> R fold(Function<Document, R> document, Function<Refused, R> refused) {
    if (this instanceof Document d) {
      return document.apply(d);
    }
    return refused.apply((Refused) this);
  }
}
