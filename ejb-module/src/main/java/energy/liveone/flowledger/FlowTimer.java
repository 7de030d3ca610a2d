package energy.liveone.flowledger;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every few seconds has owed days of flow computed; decides nothing else. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class FlowTimer {
  private static final Logger LOG = Logger.getLogger(FlowTimer.class.getName());
  private static final int DAYS_PER_TICK = 500;
  private static final int FAILURES_PER_TICK = 5;

  @Inject private FlowDays days;

  private final AtomicBoolean running = new AtomicBoolean();

  /** Computes what is owed, as far as other nodes do not. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  public void tick() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      int failures = 0;
      boolean more = true;
      for (int i = 0; more && i < DAYS_PER_TICK && failures < FAILURES_PER_TICK; i++) {
        try {
          more = days.computeNext(failures);
        } catch (RuntimeException e) {
          // Others must not wait for a day that cannot be computed.
          failures++;
          LOG.log(Level.WARNING, "Computing energy flow failed; the day stays owed", e);
        }
      }
    } finally {
      running.set(false);
    }
  }
}
