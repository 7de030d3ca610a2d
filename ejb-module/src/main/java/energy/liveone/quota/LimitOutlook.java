package energy.liveone.quota;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.QuotaLimit;
import java.util.Map;

/**
 * A limit as it stood at a moment.
 *
 * @param limit the limit and who shares it
 * @param use what was used of it; not changed any more
 * @param systems how many systems the schedule polls under it, at least 1
 */
public record LimitOutlook(ScopedLimit limit, LimitUse use, int systems) {
  /** A limit of an application of which nothing was used. */
  public static LimitOutlook unused(VendorType vendor, QuotaLimit limit, int systems) {
    return new LimitOutlook(
        new ScopedLimit(ScopeKey.of(vendor, limit.scope(), ""), limit),
        new LimitUse(limit, Map.of()),
        systems);
  }
}
