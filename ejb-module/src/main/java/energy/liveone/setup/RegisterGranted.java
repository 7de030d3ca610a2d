package energy.liveone.setup;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireWholeAccount;
import energy.liveone.grant.Grant;
import energy.liveone.grant.GrantId;
import energy.liveone.grant.GrantedSites;
import energy.liveone.point.PointKey;
import energy.liveone.setup.GrantedRegistration.Added;
import energy.liveone.setup.GrantedRegistration.NotAdded;
import energy.liveone.setup.Registration.Conflict;
import energy.liveone.setup.Registration.Invalid;
import energy.liveone.setup.Registration.Missing;
import energy.liveone.setup.Registration.RefusedByVendor;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.SystemSettings;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds systems of an account that the caller has connected. They share its grant, so only the ids
 * of systems that the account really has are taken.
 */
@ApplicationScoped
public class RegisterGranted {
  /** Longest text that {@code systems.display_name} holds. */
  private static final int MAX_NAME = 100;

  private final AccessService access;
  private final VendorRegistry vendors;
  private final GrantedSites sites;
  private final SystemRepository systems;
  private final StoreSystem store;
  private final Clock clock;

  @Inject
  public RegisterGranted(
      AccessService access,
      VendorRegistry vendors,
      GrantedSites sites,
      SystemRepository systems,
      StoreSystem store,
      Clock clock) {
    this.access = access;
    this.vendors = vendors;
    this.sites = sites;
    this.systems = systems;
    this.store = store;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected RegisterGranted() {
    this(null, null, null, null, null, null);
  }

  /** Tries a connected account: lists its systems, or describes one of them. */
  @RequireWholeAccount
  public Optional<ConnectionTest> attempt(int grantId, String siteId) {
    return grant(grantId).map(grant -> sites.describe(grant, siteId));
  }

  private Optional<Grant> grant(int grantId) {
    int owner = access.requireAuth().account().orElseThrow().id().value();
    return grantId < 1 ? Optional.empty() : sites.grant(new GrantId(grantId), owner);
  }

  /** Registers; may take as long as the vendor needs to answer. */
  @RequireWholeAccount
  public GrantedRegistration register(GrantedSystems wanted) {
    Optional<Grant> grant =
        grant(wanted.grantId()).filter(found -> found.vendor().value().equals(wanted.vendorType()));
    if (grant.isEmpty()) {
      return new NotAdded(new Invalid("grantId", "You have connected no such account"));
    }
    return conflict(grant.get(), wanted)
        .<GrantedRegistration>map(NotAdded::new)
        .orElseGet(
            () ->
                sites
                    .list(grant.get())
                    .fold(
                        connected -> choose(grant.get(), wanted, connected),
                        refused -> new NotAdded(new RefusedByVendor(refused.failure()))));
  }

  private Optional<Registration> conflict(Grant grant, GrantedSystems wanted) {
    int owner = grant.ownerAccountId();
    for (String site : wanted.siteIds()) {
      if (systems.exists(owner, grant.vendor(), site)) {
        return Optional.of(new Conflict("siteIds", "You have the system " + site + " already"));
      }
    }
    return wanted
        .alias()
        .flatMap(alias -> systems.findByAlias(owner, alias))
        .map(other -> new Conflict("alias", "Another of your systems has this alias"));
  }

  private GrantedRegistration choose(Grant grant, GrantedSystems wanted, Connected connected) {
    Map<String, DiscoveredSite> byId =
        connected.sites().stream()
            .collect(
                Collectors.toMap(
                    DiscoveredSite::vendorSiteId, Function.identity(), (one, again) -> one));
    List<MonitoredSystem> chosen = new ArrayList<>();
    for (String id : wanted.siteIds()) {
      DiscoveredSite site = byId.get(id);
      if (site == null) {
        return new NotAdded(new Invalid("siteIds", "The account has no system " + id));
      }
      Optional<ZoneId> zone = wanted.zone().or(() -> Optional.ofNullable(site.zone()));
      if (zone.isEmpty()) {
        return new NotAdded(new Missing("displayTimezone", "The vendor does not say the zone"));
      }
      MonitoredSystem system = system(grant, wanted, site, zone.get());
      Optional<PointKey> unknown =
          offered(vendors.adapter(grant.vendor()).orElseThrow(), system).unknown(wanted.points());
      if (unknown.isPresent()) {
        return new NotAdded(new Invalid("points", "The system has no point " + unknown.get()));
      }
      chosen.add(system);
    }
    return store(grant, wanted, chosen);
  }

  private MonitoredSystem system(
      Grant grant, GrantedSystems wanted, DiscoveredSite site, ZoneId zone) {
    VendorAdapter vendor = vendors.adapter(grant.vendor()).orElseThrow();
    Connected found =
        sites
            .describe(grant, site.vendorSiteId())
            .fold(connected -> connected, refused -> Connected.NOTHING);
    Map<String, String> options = new TreeMap<>(found.options());
    options.putAll(wanted.options());
    String name = wanted.displayName().orElse(site.name()).strip();
    SystemSettings settings =
        new SystemSettings(
            name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME),
            wanted.alias().orElse(null),
            zone);
    MonitoredSystem system =
        new MonitoredSystem(
            grant.ownerAccountId(),
            grant.vendor(),
            site.vendorSiteId(),
            settings,
            options,
            clock.instant());
    system.useGrant(grant.id().value());
    system.sampleEvery(vendor.pollPolicy().cadence(), vendor.pollPolicy().tolerance());
    wanted
        .place()
        .ifPresent(place -> system.placeAt(place.latitude(), place.longitude(), clock.instant()));
    system.describe(found.systemInfo(), clock.instant());
    return system;
  }

  private static OfferedPoints offered(VendorAdapter vendor, MonitoredSystem system) {
    return OfferedPoints.of(vendor, system.options(), Connected.NOTHING);
  }

  private GrantedRegistration store(
      Grant grant, GrantedSystems wanted, List<MonitoredSystem> chosen) {
    VendorAdapter vendor = vendors.adapter(grant.vendor()).orElseThrow();
    List<SystemId> added = new ArrayList<>();
    try {
      for (MonitoredSystem system : chosen) {
        OfferedPoints offered = offered(vendor, system);
        added.add(store.store(system, vendor, Credentials.NONE, offered, wanted.points()).system());
      }
      return new Added(added);
    } catch (PersistenceException e) {
      // Somebody else may have taken a site or the alias since we looked.
      return new NotAdded(conflict(grant, wanted).orElseThrow(() -> e));
    }
  }
}
