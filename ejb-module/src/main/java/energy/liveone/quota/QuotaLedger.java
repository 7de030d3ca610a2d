package energy.liveone.quota;

import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.vendor.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls to vendors that limit them: one ledger for all nodes, which outlives them. Calls
 * are set aside before they are made and what was not used is given back, so that no limit is ever
 * exceeded, whoever dies when. Every method runs in a short transaction of its own.
 */
public interface QuotaLedger {
  /**
   * Sets calls aside for several requests, in their order and all in one transaction.
   *
   * @return a decision for each request
   */
  List<QuotaDecision> reserve(List<QuotaRequest> requests);

  /** Sets calls aside for one request. */
  default QuotaDecision reserve(QuotaRequest request) {
    return reserve(List.of(request)).get(0);
  }

  /** Gives back what was not used, and notes where a vendor said that there is no more. */
  void settle(List<Settlement> settlements);

  /**
   * The end of what a grant was for.
   *
   * @param granted its allowance says how many calls were made
   * @param limited the vendor's refusal as {@code RATE_LIMITED}, null when there was none; then
   *     nobody who shares the limit is granted calls until the time that the vendor named
   */
  record Settlement(Granted granted, @Nullable Failure limited) {}
}
