package energy.liveone.web.setup;

import energy.liveone.setup.TakenSites;
import energy.liveone.setup.TakenSites.Own;
import energy.liveone.setup.TryConnection;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries credentials for the wizard, and knows which sites are added already. */
@RequestScoped
public class SetupTrial {
  @Inject private TryConnection connection;
  @Inject private TakenSites taken;

  /** A device is waited for, not called. */
  ConnectionTest attempt(VendorAdapter vendor, Credentials credentials) {
    return vendor.capabilities().polled()
        ? connection.attempt(vendor.vendorType(), ZoneOffset.UTC, credentials, Map.of())
        : Connected.NOTHING;
  }

  /** The same credentials with the site in the field that names one. */
  static Credentials withSite(VendorAdapter vendor, Credentials typed, String site) {
    return vendor
        .siteField()
        .map(
            field -> {
              Map<String, String> values = new LinkedHashMap<>(typed.values());
              values.put(field, site);
              return new Credentials(values);
            })
        .orElse(typed);
  }

  /** The site that is meant: the one that is named, else the only one. */
  static Optional<String> siteOf(
      VendorAdapter vendor, Credentials credentials, List<DiscoveredSite> sites) {
    return vendor
        .vendorSiteId(credentials)
        .or(() -> sites.size() == 1 ? Optional.of(sites.get(0).vendorSiteId()) : Optional.empty());
  }

  /** The reader's systems at a vendor, by the vendor's id. */
  Map<String, Own> own(VendorAdapter vendor) {
    return taken.own(vendor.vendorType());
  }

  /** Whether somebody's device already uses this site id. */
  boolean isPushed(VendorAdapter vendor, String site) {
    return vendor.capabilities().pushed() && taken.isPushed(vendor.vendorType(), site);
  }
}
