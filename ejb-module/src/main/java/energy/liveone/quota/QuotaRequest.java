package energy.liveone.quota;

import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.util.List;

/**
 * Calls that somebody wants to make for one system.
 *
 * @param limits all limits that count them; none for vendors without any
 * @param calls most calls that may be made
 * @param atLeast fewer are of no use; less when a limit allows no more at any time
 */
public record QuotaRequest(
    SystemId system,
    VendorType vendor,
    List<ScopedLimit> limits,
    int calls,
    int atLeast,
    QuotaUse use) {
  public QuotaRequest {
    limits = List.copyOf(limits);
    if (calls < 1 || atLeast < 1 || atLeast > calls) {
      throw new IllegalArgumentException("Not a number of calls: " + atLeast + " to " + calls);
    }
  }

  /** A poll: one call is better than none, since adapters make the most important call first. */
  public static QuotaRequest poll(
      SystemId id,
      VendorAdapter adapter,
      VendorSystem system,
      Credentials credentials,
      boolean forced) {
    return new QuotaRequest(
        id,
        adapter.vendorType(),
        limits(adapter, system, credentials),
        Math.max(1, adapter.callsPerPoll(system)),
        1,
        forced ? QuotaUse.FORCED : QuotaUse.SCHEDULE);
  }

  /** A test that a person waits for: all of its calls or none. */
  public static QuotaRequest test(
      SystemId id, VendorAdapter adapter, VendorSystem system, Credentials credentials) {
    int calls = Math.max(1, adapter.callsPerTest(system));
    return new QuotaRequest(
        id,
        adapter.vendorType(),
        limits(adapter, system, credentials),
        calls,
        calls,
        QuotaUse.FORCED);
  }

  /** A request for older data: all of its calls or none. */
  public static QuotaRequest backfill(
      SystemId id, VendorAdapter adapter, VendorSystem system, Credentials credentials, int calls) {
    return new QuotaRequest(
        id,
        adapter.vendorType(),
        limits(adapter, system, credentials),
        calls,
        calls,
        QuotaUse.BACKFILL);
  }

  private static List<ScopedLimit> limits(
      VendorAdapter adapter, VendorSystem system, Credentials credentials) {
    return adapter.quotaLimits().stream()
        .map(
            limit -> {
              String account =
                  switch (limit.scope()) {
                    case APPLICATION -> "";
                    case CREDENTIAL -> adapter.quotaAccount(credentials);
                    case SITE -> system.vendorSiteId();
                  };
              return new ScopedLimit(
                  ScopeKey.of(adapter.vendorType(), limit.scope(), account), limit);
            })
        .toList();
  }
}
