package energy.liveone.polling;

import jakarta.annotation.PostConstruct;
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

/** Every second has the due systems polled; decides nothing else. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PollTimer {
  private static final Logger LOG = Logger.getLogger(PollTimer.class.getName());

  @Inject private PollCycle cycle;
  @Inject private PollSettings settings;

  private final AtomicBoolean running = new AtomicBoolean();

  @PostConstruct
  void start() {
    cycle.start();
  }

  /** Dispatches what is due, unless the tick before is still at it. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void tick() {
    if (!settings.enabled() || !running.compareAndSet(false, true)) {
      return;
    }
    try {
      cycle.dispatchDue();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Claiming systems failed; it is tried again in a second", e);
    } finally {
      running.set(false);
    }
  }
}
