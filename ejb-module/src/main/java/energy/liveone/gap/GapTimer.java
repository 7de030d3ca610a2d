package energy.liveone.gap;

import energy.liveone.database.Retry;
import energy.liveone.lease.Leases;
import energy.liveone.reading.Retention;
import energy.liveone.system.SystemId;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has gaps looked for now and then, and worked off when due; decides nothing else. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class GapTimer {
  private static final Logger LOG = Logger.getLogger(GapTimer.class.getName());
  private static final String SCAN = "gap-scan";

  @Inject private ScanForGaps scan;
  @Inject private RepairGaps repair;
  @Inject private GapSettings settings;
  @Inject private Leases leases;
  @Inject private JpaListedGaps listed;
  @Inject private Retention retention;
  @Inject private Clock clock;

  private final AtomicBoolean scanning = new AtomicBoolean();
  private final AtomicBoolean repairing = new AtomicBoolean();

  /**
   * Looks through all systems when nobody did within the period. The lease is not given back: while
   * it lasts, no node begins again.
   */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void scan() {
    if (!settings.enabled() || !scanning.compareAndSet(false, true)) {
      return;
    }
    try {
      if (leases.claim(SCAN, settings.scanPeriod(), lease -> true).isPresent()) {
        scan.systems().forEach(this::scan);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Looking for gaps failed; it is tried again", e);
    } finally {
      scanning.set(false);
    }
  }

  private void scan(SystemId system) {
    try {
      Retry.run(() -> scan.scan(system));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Looking for gaps of system %s failed".formatted(system));
    }
  }

  /** Works off what is due. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  public void repair() {
    if (!settings.enabled() || !repairing.compareAndSet(false, true)) {
      return;
    }
    try {
      repair.repairDue();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Working off gaps failed; it is tried again", e);
    } finally {
      repairing.set(false);
    }
  }

  /** Forgets what was settled so long ago that its raw readings are gone too. */
  @Schedule(hour = "*", minute = "27", persistent = false)
  public void forget() {
    listed.forget(clock.instant().minus(retention.raw()));
  }
}
