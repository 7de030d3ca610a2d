package energy.liveone.setup;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.gap.Pauses;
import energy.liveone.system.Alias;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.SystemSettings;
import energy.liveone.system.SystemStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Changes and deletes systems. */
@ApplicationScoped
public class MaintainSystem {
  private final SystemRepository systems;
  private final JpaCollectionRows rows;
  private final RemoveSystem removal;
  private final ResumeCollecting resume;
  private final Pauses pauses;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public MaintainSystem(
      SystemRepository systems,
      JpaCollectionRows rows,
      RemoveSystem removal,
      ResumeCollecting resume,
      Pauses pauses,
      AuditLog audit,
      Clock clock) {
    this.systems = systems;
    this.rows = rows;
    this.removal = removal;
    this.resume = resume;
    this.pauses = pauses;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected MaintainSystem() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Changes what the change names. A new time zone moves every midnight, so the days are computed
   * anew.
   *
   * @throws AliasTaken when another system of the owner has the alias
   * @throws IllegalArgumentException when name or alias break their rules
   */
  @RequireSystemAccess(Permission.WRITE)
  @Transactional
  public void change(SystemId id, SystemChange change) {
    MonitoredSystem system = systems.find(id).orElseThrow();
    Instant now = clock.instant();
    ZoneId zoneBefore = system.zone();
    Map<String, Object> before = SystemFacts.of(system);
    system.apply(settingsOf(system, change), now);
    if (!zoneBefore.equals(system.zone())) {
      rows.restartDays(id);
    }
    change.place().ifPresent(place -> system.placeAt(place.latitude(), place.longitude(), now));
    change.active().ifPresent(active -> changeStatus(system, active, now));
    change.makeDefault().ifPresent(isDefault -> changeDefault(system, isDefault, now));
    Map<String, Object> after = SystemFacts.of(system);
    change.place().ifPresent(place -> after.put("place", "moved"));
    audit.recordChange(AuditAct.SYSTEM_CHANGED, AuditSubject.system(id.value()), before, after);
  }

  private SystemSettings settingsOf(MonitoredSystem system, SystemChange change) {
    Optional<Alias> alias =
        change.alias().isPresent()
            ? change.alias().filter(text -> !text.isEmpty()).map(Alias::new)
            : system.alias();
    boolean taken =
        alias
            .flatMap(wanted -> systems.findByAlias(system.ownerAccountId(), wanted))
            .filter(other -> !other.id().equals(system.id()))
            .isPresent();
    if (taken) {
      throw new AliasTaken();
    }
    return new SystemSettings(
        change.displayName().orElse(system.displayName()),
        alias.orElse(null),
        change.displayTimezone().orElse(system.zone()));
  }

  private void changeStatus(MonitoredSystem system, boolean active, Instant now) {
    if (!active) {
      rows.pollNever(system.id());
      if (system.status() != SystemStatus.PAUSED) {
        pauses.begin(system.id(), now);
      }
      system.changeStatus(SystemStatus.PAUSED, null, now);
    } else if (system.status() != SystemStatus.ACTIVE) {
      resume.resume(system.id());
    }
  }

  private void changeDefault(MonitoredSystem system, boolean isDefault, Instant now) {
    if (isDefault) {
      systems.ownedBy(system.ownerAccountId()).stream()
          .filter(MonitoredSystem::isDefault)
          .forEach(other -> other.makeDefault(false, now));
      // The old default has to be gone before the new one comes: only one may be at any moment.
      systems.flush();
    }
    system.makeDefault(isDefault, now);
  }

  /** Deletes a system. Its time series go later, and nothing shows them meanwhile. */
  @RequireSystemAccess(Permission.OWN)
  @Transactional
  public void delete(SystemId id) {
    MonitoredSystem system = systems.find(id).orElseThrow();
    audit.record(
        AuditAct.SYSTEM_DELETED, AuditSubject.system(id.value()), SystemFacts.of(system), Map.of());
    removal.remove(system);
  }
}
