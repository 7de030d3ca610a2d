package energy.liveone.grant;

import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What vendors tell of the systems behind a grant. */
@ApplicationScoped
public class GrantedSites {
  private final JpaGrants grants;
  private final VendorRegistry vendors;

  @Inject
  public GrantedSites(JpaGrants grants, VendorRegistry vendors) {
    this.grants = grants;
    this.vendors = vendors;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected GrantedSites() {
    this(null, null);
  }

  /** A grant of this owner. */
  public Optional<Grant> grant(GrantId id, int ownerAccountId) {
    return grants.find(id, ownerAccountId);
  }

  /** Lists the systems that the grant reaches. */
  public ConnectionTest list(Grant grant) {
    return describe(grant, "");
  }

  /** Describes one system; lists them all when the id is empty. */
  public ConnectionTest describe(Grant grant, String vendorSiteId) {
    VendorSystem system =
        new VendorSystem(grant.id().holder(), vendorSiteId, ZoneOffset.UTC, Map.of());
    return Patience.await(
        vendors.adapter(grant.vendor()).orElseThrow().testConnection(system, grant.credentials()),
        (code, detail) -> new Refused(Failure.of(code, detail)));
  }

  /** The list, if there is one. */
  static Optional<List<DiscoveredSite>> listed(ConnectionTest test) {
    return test.fold(connected -> Optional.of(connected.sites()), refused -> Optional.empty());
  }
}
