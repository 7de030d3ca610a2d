package energy.liveone.polling;

import energy.liveone.notice.JpaNotices;
import energy.liveone.polling.SignWatch.Verdict;
import energy.liveone.reading.Written;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Tells the owner of a system whose numbers stopped adding up, once, and takes that back when they
 * add up again. Several nodes may come to the same verdict: the database knows what was told.
 */
@ApplicationScoped
public class SignNotices {
  /** Pages have words for it. */
  static final String CODE = "SIGN_SUSPECT";

  private static final String DETAIL =
      "Ten pushes in a row, solar + grid + battery was not load: a sign or a current transformer"
          + " is the wrong way round";

  @Inject private JpaNotices notices;

  private final SignWatch watch = new SignWatch();

  /** What a stored push says; most say nothing new, and cost no query. */
  Verdict of(Written push) {
    return watch.saw(push.system(), push.readings());
  }

  /** Puts a verdict before the owner. */
  @Transactional(TxType.REQUIRES_NEW)
  public void tell(SystemId system, Verdict verdict, Instant now) {
    if (verdict == Verdict.SUSPECT) {
      notices.tellOwnerOnce(system, CODE, DETAIL, now);
    } else if (verdict == Verdict.RIGHT) {
      notices.withdraw(system, CODE);
    }
  }

  /** A verdict that could not be told is to be reached anew. */
  void forget(SystemId system) {
    watch.forget(system);
  }
}
