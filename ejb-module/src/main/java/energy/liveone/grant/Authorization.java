package energy.liveone.grant;

import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.Failure;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What came of an authorization. */
public sealed interface Authorization {

  /**
   * The account is connected.
   *
   * @param sites its systems; empty when the vendor would not list them just now
   * @param taken the ids of those that were added from this grant before
   * @param resumed systems that had stopped and are collected again
   */
  record Connected(GrantId grant, List<DiscoveredSite> sites, Set<String> taken, int resumed)
      implements Authorization {
    public Connected {
      sites = List.copyOf(sites);
      taken = Set.copyOf(taken);
    }
  }

  /** It is not. */
  record Rejected(Rejection reason) implements Authorization {}

  /** The vendor gave no tokens for the code. */
  record RefusedByVendor(Failure failure) implements Authorization {}

  /** Why an answer from the vendor's page is not accepted. */
  enum Rejection {
    /** The owner said no. */
    ACCESS_DENIED,
    /** No authorization began with this state. */
    STATE_UNKNOWN,
    /** It began too long ago. */
    STATE_EXPIRED,
    /** It was answered already. */
    STATE_USED,
    /** Another account, or another browser, began it. */
    STATE_FOREIGN,
    /** There is neither a code nor an error. */
    CODE_MISSING
  }

  /** Decides by case. */
  default <R> R fold(
      Function<Connected, R> connected,
      Function<Rejected, R> rejected,
      Function<RefusedByVendor, R> refused) {
    if (this instanceof Connected c) {
      return connected.apply(c);
    }
    if (this instanceof Rejected r) {
      return rejected.apply(r);
    }
    return refused.apply((RefusedByVendor) this);
  }
}
