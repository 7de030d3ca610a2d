package energy.liveone.rollup;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every few seconds has late data worked into the aggregates; decides nothing else. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RepairTimer {
  private static final Logger LOG = Logger.getLogger(RepairTimer.class.getName());
  private static final int STRETCHES_PER_TICK = 50;

  @Inject private RepairDirtyRanges repair;
  @Inject private DailyRollup days;

  private final AtomicBoolean running = new AtomicBoolean();

  /** Repairs what is there to repair, then the finished days that it touched. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void tick() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      Set<SystemId> repaired = new TreeSet<>();
      Optional<SystemId> next = repair.repairNext();
      for (int i = 1; next.isPresent() && i < STRETCHES_PER_TICK; i++) {
        repaired.add(next.get());
        next = repair.repairNext();
      }
      next.ifPresent(repaired::add);
      for (SystemId system : repaired) {
        for (LocalDate day : days.daysOwed(system)) {
          days.compute(system, day);
        }
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "Repairing aggregates failed; the marks stay, and it is tried again", e);
    } finally {
      running.set(false);
    }
  }
}
