package energy.liveone.quota;

import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.QuotaLimit.Scope;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Whether calls may be made. */
public sealed interface QuotaDecision {

  /**
   * They were set aside and count as made from now on. Give them back with {@link
   * QuotaLedger#settle}; whoever dies before leaves them spent.
   *
   * @param allowance for the adapter
   * @param booked the time under which the ledger counts them until they are settled
   * @param outlooks the limits with these calls counted; none for vendors without limits
   */
  record Granted(
      QuotaRequest request, Allowance allowance, Instant booked, List<LimitOutlook> outlooks)
      implements QuotaDecision {
    public Granted {
      outlooks = List.copyOf(outlooks);
    }

    int calls() {
      return allowance.left() + allowance.used();
    }
  }

  /**
   * They must not be made.
   *
   * @param until when it is worth asking again
   * @param limit that has none left
   * @param byVendor whether the vendor said so, and not our own count
   * @param outlooks the limits as they are
   */
  record Denied(
      QuotaRequest request,
      Instant until,
      ScopedLimit limit,
      boolean byVendor,
      List<LimitOutlook> outlooks)
      implements QuotaDecision {
    public Denied {
      outlooks = List.copyOf(outlooks);
    }

    /** Who has none left. */
    public Scope scope() {
      return limit.limit().scope();
    }
  }

  /** Decides by case. */
  default <R> R fold(Function<Granted, R> granted, Function<Denied, R> denied) {
    if (this instanceof Granted g) {
      return granted.apply(g);
    }
    return denied.apply((Denied) this);
  }
}
