package energy.liveone.quota;

import energy.liveone.access.RequireAdmin;
import energy.liveone.quota.JpaQuotaReport.ScopeLine;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How the limits stand, for administrators. */
@ApplicationScoped
public class QuotaReport {
  /** Applications and accounts are few; of sites, those beyond are left out. */
  private static final int MOST_SCOPES = 1_000;

  private final JpaQuotaReport ledger;
  private final VendorRegistry vendors;
  private final Clock clock;

  @Inject
  public QuotaReport(JpaQuotaReport ledger, VendorRegistry vendors, Clock clock) {
    this.ledger = ledger;
    this.vendors = vendors;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected QuotaReport() {
    this(null, null, null);
  }

  /** Every limit of every application and account, and of sites as far as there is room. */
  @RequireAdmin
  public List<QuotaLine> all() {
    Instant now = clock.instant();
    List<QuotaLine> lines = new ArrayList<>();
    for (ScopeLine scope : ledger.scopes(MOST_SCOPES)) {
      for (QuotaLimit limit : limits(scope)) {
        ScopedLimit scoped = new ScopedLimit(scope.key(), limit);
        LimitUse use = ledger.use(scoped, now);
        lines.add(
            QuotaLine.of(scope, new LimitOutlook(scoped, use, Math.max(1, scope.systems())), now));
      }
    }
    return lines;
  }

  /** The limits that one system shares. */
  @RequireAdmin
  public List<QuotaLine> of(SystemId system) {
    Set<ScopeKey> shared = ledger.scopesOf(system);
    return all().stream().filter(line -> shared.contains(line.limit().key())).toList();
  }

  private List<QuotaLimit> limits(ScopeLine scope) {
    return vendors
        .adapter(scope.vendor())
        .map(VendorAdapter::quotaLimits)
        .orElse(List.of())
        .stream()
        .filter(limit -> limit.scope() == scope.scope())
        .toList();
  }
}
