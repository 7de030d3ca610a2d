package energy.liveone.setup;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireWholeAccount;
import energy.liveone.point.PointKey;
import energy.liveone.setup.Registration.Conflict;
import energy.liveone.setup.Registration.Invalid;
import energy.liveone.setup.Registration.RefusedByVendor;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Adds a system for the caller. Polled vendors are asked first: credentials that they refuse are
 * not stored, but a vendor that is merely out of reach stops nobody.
 */
@ApplicationScoped
public class RegisterSystem {
  private final AccessService access;
  private final VendorRegistry vendors;
  private final TryConnection connection;
  private final SystemRepository systems;
  private final StoreSystem store;
  private final Clock clock;

  @Inject
  public RegisterSystem(
      AccessService access,
      VendorRegistry vendors,
      TryConnection connection,
      SystemRepository systems,
      StoreSystem store,
      Clock clock) {
    this.access = access;
    this.vendors = vendors;
    this.connection = connection;
    this.systems = systems;
    this.store = store;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected RegisterSystem() {
    this(null, null, null, null, null, null);
  }

  /** Registers; may take as long as the vendor needs to answer. */
  @RequireWholeAccount
  public Registration register(NewSystem wanted) {
    int owner = access.requireAuth().account().orElseThrow().id().value();
    Optional<VendorAdapter> vendor =
        VendorType.parse(wanted.vendorType())
            .flatMap(vendors::adapter)
            .filter(adapter -> adapter.capabilities().addSystem());
    if (vendor.isEmpty()) {
      return new Invalid("vendorType", "There is no such vendor");
    }
    return CredentialCheck.check(vendor.get(), wanted.credentials())
        .map(CredentialCheck.Complaint::asRegistration)
        .orElseGet(() -> register(owner, vendor.get(), wanted));
  }

  private Registration register(int owner, VendorAdapter vendor, NewSystem wanted) {
    Credentials credentials = CredentialCheck.relevant(vendor, wanted.credentials());
    Optional<String> site = vendor.vendorSiteId(credentials);
    if (site.isPresent()) {
      Optional<Registration> conflict = conflict(owner, vendor.vendorType(), site.get(), wanted);
      if (conflict.isPresent()) {
        return conflict.get();
      }
    }
    if (!vendor.capabilities().polled()) {
      return site.map(id -> store(owner, vendor, id, wanted, credentials, Connected.NOTHING))
          .orElseGet(() -> new Invalid("credentials", "These credentials name no site"));
    }
    ConnectionTest test =
        wanted
            .told()
            .<ConnectionTest>map(Function.identity())
            .orElseGet(
                () ->
                    connection.call(
                        vendor,
                        wanted.settings().displayTimezone(),
                        credentials,
                        wanted.options()));
    return test.fold(
        connected -> store(owner, vendor, site, wanted, credentials, connected),
        refused -> onRefusal(owner, vendor, site, wanted, credentials, refused.failure()));
  }

  private Registration store(
      int owner,
      VendorAdapter vendor,
      Optional<String> site,
      NewSystem wanted,
      Credentials credentials,
      Connected connected) {
    Optional<String> only =
        site.or(
            () ->
                connected.sites().size() == 1
                    ? Optional.of(connected.sites().get(0).vendorSiteId())
                    : Optional.empty());
    return only.map(id -> store(owner, vendor, id, wanted, credentials, connected))
        .orElseGet(() -> new Invalid("credentials", "Say which of the vendor's sites it is"));
  }

  private Registration onRefusal(
      int owner,
      VendorAdapter vendor,
      Optional<String> site,
      NewSystem wanted,
      Credentials credentials,
      Failure failure) {
    if (failure.code().needsOwner() || site.isEmpty()) {
      return new RefusedByVendor(failure);
    }
    return store(owner, vendor, site.get(), wanted, credentials, Connected.NOTHING);
  }

  private Registration store(
      int owner,
      VendorAdapter vendor,
      String site,
      NewSystem wanted,
      Credentials credentials,
      Connected found) {
    Map<String, String> options = new TreeMap<>(found.options());
    options.putAll(wanted.options());
    MonitoredSystem system =
        new MonitoredSystem(
            owner, vendor.vendorType(), site, wanted.settings(), options, clock.instant());
    system.sampleEvery(vendor.pollPolicy().cadence(), vendor.pollPolicy().tolerance());
    wanted
        .place()
        .ifPresent(place -> system.placeAt(place.latitude(), place.longitude(), clock.instant()));
    system.describe(found.systemInfo(), clock.instant());
    OfferedPoints offered = OfferedPoints.of(vendor, options, found);
    Optional<PointKey> unknown = offered.unknown(wanted.points());
    if (unknown.isPresent()) {
      return new Invalid("points", "The system has no point " + unknown.get());
    }
    try {
      return store.store(system, vendor, credentials, offered, wanted.points());
    } catch (PersistenceException e) {
      // Somebody else may have taken site or alias since we looked; then the database refused.
      return conflict(owner, vendor.vendorType(), site, wanted)
          .or(() -> siteTaken(vendor.vendorType(), site))
          .orElseThrow(() -> e);
    }
  }

  private Optional<Registration> conflict(
      int owner, VendorType vendor, String site, NewSystem wanted) {
    if (systems.exists(owner, vendor, site)) {
      return Optional.of(new Conflict("credentials", "You have this system already"));
    }
    if (vendors.receiver(vendor).isPresent()) {
      Optional<Registration> taken = siteTaken(vendor, site);
      if (taken.isPresent()) {
        return taken;
      }
    }
    return wanted
        .settings()
        .alias()
        .flatMap(alias -> systems.findByAlias(owner, alias))
        .map(other -> new Conflict("alias", "Another of your systems has this alias"));
  }

  private Optional<Registration> siteTaken(VendorType vendor, String site) {
    return store.hasPushKey(vendor, site)
        ? Optional.of(new Conflict("credentials", "This site id is taken; choose another one"))
        : Optional.empty();
  }
}
