package energy.liveone.grant;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.OAuthTokens;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Grants without a database; can refuse to store. */
public final class MemoryGrants implements GrantStore {
  private static final VendorType VENDOR = new VendorType("enphase");

  private final Map<GrantId, Grant> grants = new ConcurrentHashMap<>();
  private final AtomicInteger faults = new AtomicInteger();

  /** Stores a grant as it is after connecting. */
  public Grant put(int id, OAuthTokens tokens) {
    Grant grant = new Grant(new GrantId(id), 1, VENDOR, tokens, 1);
    grants.put(grant.id(), grant);
    return grant;
  }

  /** Lets the next attempts to store fail. */
  void failToStore(int times) {
    faults.set(times);
  }

  void remove(int id) {
    grants.remove(new GrantId(id));
  }

  @Override
  public Optional<Grant> find(GrantId id) {
    return Optional.ofNullable(grants.get(id));
  }

  @Override
  public boolean replace(Grant asRead, OAuthTokens tokens) {
    if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("The database is away");
    }
    Grant next =
        new Grant(
            asRead.id(), asRead.ownerAccountId(), asRead.vendor(), tokens, asRead.version() + 1);
    return grants.replace(asRead.id(), asRead, next);
  }
}
