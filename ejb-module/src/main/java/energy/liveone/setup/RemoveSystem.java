package energy.liveone.setup;

import energy.liveone.grant.GrantId;
import energy.liveone.grant.JpaGrants;
import energy.liveone.reading.LatestCache;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Removes a system with all that belongs to it. The caller has made sure that whoever wants it may,
 * and has begun a transaction.
 */
@Dependent
public class RemoveSystem {
  private final SystemRepository systems;
  private final JpaCollectionRows rows;
  private final JpaGrants grants;
  private final LatestCache latest;
  private final Clock clock;

  @Inject
  RemoveSystem(
      SystemRepository systems,
      JpaCollectionRows rows,
      JpaGrants grants,
      LatestCache latest,
      Clock clock) {
    this.systems = systems;
    this.rows = rows;
    this.grants = grants;
    this.latest = latest;
    this.clock = clock;
  }

  /** Its time series and the log of attempts go later, and nothing shows them meanwhile. */
  public void remove(MonitoredSystem system) {
    rows.queuePurge(system.id(), clock.instant());
    systems.remove(system);
    system.grantId().map(GrantId::new).ifPresent(grants::forgetUnused);
    latest.forget(system.id());
  }
}
