package energy.liveone.batch.backfill;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Watches over the orders; every node has this timer, who runs an order is decided elsewhere. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackfillTimer {
  @EJB private BackfillRun run;

  /** Every quarter of a minute. */
  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false, info = "back-fill")
  void watch() {
    run.watch();
  }
}
