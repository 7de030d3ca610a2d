package energy.liveone.setup;

import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.credential.CredentialVault;
import energy.liveone.point.PointRepository;
import energy.liveone.setup.Registration.Registered;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stores a new system with all that belongs to it, in one transaction. */
@ApplicationScoped
class StoreSystem {
  private final SystemRepository systems;
  private final PointRepository points;
  private final CredentialVault vault;
  private final JpaCollectionRows rows;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  StoreSystem(
      SystemRepository systems,
      PointRepository points,
      CredentialVault vault,
      JpaCollectionRows rows,
      AuditLog audit,
      Clock clock) {
    this.systems = systems;
    this.points = points;
    this.vault = vault;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected StoreSystem() {
    this(null, null, null, null, null, null);
  }

  /**
   * @param credentials its own; not kept when the system uses a grant
   * @param offered the points that it starts with
   * @param choices what is wanted of them otherwise
   */
  @Transactional
  public Registered store(
      MonitoredSystem system,
      VendorAdapter vendor,
      Credentials credentials,
      OfferedPoints offered,
      List<PointChoice> choices) {
    Instant now = clock.instant();
    if (systems.ownedBy(system.ownerAccountId()).isEmpty()) {
      system.makeDefault(true, now);
    }
    SystemId id = systems.add(system).id();
    audit.record(
        AuditAct.SYSTEM_ADDED, AuditSubject.system(id.value()), Map.of(), SystemFacts.of(system));
    points.add(offered.of(id, choices, now));
    boolean polled = vendor.capabilities().polled();
    if (polled && system.grantId().isEmpty()) {
      vault.seal(id, credentials);
    }
    rows.addLatest(id);
    rows.addSchedule(id, polled ? now : null);
    if (!vendor.capabilities().pushed()) {
      return new Registered(id, null);
    }
    PushKey key = PushKey.generate();
    rows.addPushKey(system.vendorType(), system.vendorSiteId(), id, key.sha256(), now);
    return new Registered(id, key.text());
  }

  /** Whether a device already pushes under this site id, whoever owns it. */
  public boolean hasPushKey(VendorType vendor, String site) {
    return rows.hasPushKey(vendor, site);
  }
}
