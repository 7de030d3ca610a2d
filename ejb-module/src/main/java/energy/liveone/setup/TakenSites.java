package energy.liveone.setup;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireWholeAccount;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.VendorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Which sites cannot be added, so that nobody is asked to choose one in vain. */
@ApplicationScoped
public class TakenSites {
  private final AccessService access;
  private final SystemRepository systems;
  private final StoreSystem store;

  @Inject
  public TakenSites(AccessService access, SystemRepository systems, StoreSystem store) {
    this.access = access;
    this.systems = systems;
    this.store = store;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected TakenSites() {
    this(null, null, null);
  }

  /** A system that the caller has. */
  public record Own(SystemId id, String name) {}

  /** The caller's systems at a vendor, by the vendor's id of the site. */
  @RequireWholeAccount
  public Map<String, Own> own(VendorType vendor) {
    int owner = access.requireAuth().account().orElseThrow().id().value();
    return systems.ownedBy(owner).stream()
        .filter(system -> system.vendorType().equals(vendor))
        .collect(
            Collectors.toMap(
                MonitoredSystem::vendorSiteId,
                system -> new Own(system.id(), system.displayName()),
                (one, other) -> one));
  }

  /** Whether a device already pushes under this site id, whoever owns it. */
  @RequireWholeAccount
  public boolean isPushed(VendorType vendor, String site) {
    return store.hasPushKey(vendor, site);
  }
}
