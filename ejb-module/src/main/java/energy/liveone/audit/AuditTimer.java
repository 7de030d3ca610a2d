package energy.liveone.audit;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes what was counted, every minute, and forgets what is too old, every hour. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditTimer {
  private static final Logger LOG = Logger.getLogger(AuditTimer.class.getName());
  private static final int ROWS = 10_000;
  private static final Duration LEAST = Duration.ofDays(1);

  @Inject private AuditStore store;
  @Inject private FrequentActs frequent;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "liveone.audit.retention", defaultValue = "P400D")
  private Duration retention;

  /** Writes the counts of the minute that is over. */
  @Schedule(hour = "*", minute = "*", second = "5", persistent = false)
  public void writeCounted() {
    write(frequent.takeCounted());
  }

  /** Writes what would be lost with this node's memory. */
  @PreDestroy
  void writeRest() {
    write(frequent.takeAll());
  }

  private void write(List<NewEntry> entries) {
    try {
      entries.forEach(store::add);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, entries.size() + " counts were not written to the audit log", e);
    }
  }

  /** Forgets what is older than {@code liveone.audit.retention}. */
  @Schedule(hour = "*", minute = "43", persistent = false)
  public void forgetOld() {
    Duration kept = retention.compareTo(LEAST) < 0 ? LEAST : retention;
    int forgotten;
    do {
      forgotten = store.forget(clock.instant().minus(kept), ROWS);
    } while (forgotten == ROWS);
  }
}
