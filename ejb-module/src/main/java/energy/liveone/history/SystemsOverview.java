package energy.liveone.history;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.RequireAdmin;
import energy.liveone.access.RequireReader;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.access.VisibleSystem;
import energy.liveone.reading.LatestSnapshot;
import energy.liveone.reading.LatestValues;
import energy.liveone.system.Alias;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Systems with their status lamps. */
@ApplicationScoped
public class SystemsOverview {
  private final AccessService access;
  private final SystemRepository systems;
  private final LatestValues latest;
  private final VendorRegistry vendors;
  private final Silence silence;
  private final Clock clock;

  @Inject
  public SystemsOverview(
      AccessService access,
      SystemRepository systems,
      LatestValues latest,
      VendorRegistry vendors,
      Silence silence,
      Clock clock) {
    this.access = access;
    this.systems = systems;
    this.latest = latest;
    this.vendors = vendors;
    this.silence = silence;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SystemsOverview() {
    this(null, null, null, null, null, null);
  }

  /** The reader's own systems, default first, then by name; then those that others share. */
  @RequireReader
  public List<SystemOverview> visible() {
    return overviews(access.visibleSystems());
  }

  /** Every system of the installation, by id. */
  @RequireAdmin
  public List<SystemOverview> all() {
    return overviews(
        systems.all().stream().map(system -> new VisibleSystem(system, false)).toList());
  }

  /** One system. */
  @RequireSystemAccess(Permission.READ)
  public SystemOverview of(SystemId system) {
    MonitoredSystem found = systems.find(system).orElseThrow();
    return overviews(List.of(access.visible(found))).get(0);
  }

  /**
   * The system that a page's address names: by id, or by an alias of the caller. Says nothing of
   * whether the caller may see it.
   */
  @RequireReader
  public Optional<SystemId> resolve(String idOrAlias) {
    Optional<SystemId> byId = SystemId.parse(idOrAlias);
    if (byId.isPresent() || !Alias.isValid(idOrAlias)) {
      return byId;
    }
    return access
        .caller()
        .account()
        .flatMap(account -> systems.findByAlias(account.id().value(), new Alias(idOrAlias)))
        .map(MonitoredSystem::id);
  }

  private List<SystemOverview> overviews(List<VisibleSystem> visible) {
    List<MonitoredSystem> list = visible.stream().map(VisibleSystem::system).toList();
    Map<SystemId, LatestSnapshot> snapshots =
        latest.of(list.stream().map(MonitoredSystem::id).toList());
    Map<SystemId, Instant> plans = silence.plans(list);
    Instant now = clock.instant();
    return visible.stream()
        .map(
            one ->
                overview(
                    one,
                    Optional.ofNullable(snapshots.get(one.system().id())),
                    Optional.ofNullable(plans.get(one.system().id())),
                    now))
        .toList();
  }

  private SystemOverview overview(
      VisibleSystem visible,
      Optional<LatestSnapshot> snapshot,
      Optional<Instant> plan,
      Instant now) {
    MonitoredSystem system = visible.system();
    Instant newest = snapshot.flatMap(LatestSnapshot::newest).orElse(null);
    Instant silentUntil =
        newest == null ? Instant.MIN : silence.until(system, newest, plan.orElse(Instant.MIN));
    return SystemOverview.of(
        system,
        vendors
            .adapter(system.vendorType())
            .map(VendorAdapter::displayName)
            .orElseGet(() -> system.vendorType().value()),
        SystemHealth.of(system.status(), newest, silentUntil, now),
        newest,
        newest != null && silence.isUnusual(system, newest, silentUntil, now) ? silentUntil : null,
        visible.shared());
  }
}
