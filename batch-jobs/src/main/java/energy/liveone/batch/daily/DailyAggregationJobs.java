package energy.liveone.batch.daily;

import energy.liveone.rollup.DailyJobs;
import energy.liveone.rollup.DailyRollup;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Starts the job for timers, the API and administrators. An EJB on purpose: the batch runtime looks
 * for the job's artifacts where the caller lives, and a caller in the web module of an EAR would
 * not find them.
 */
@Stateless
@Local(DailyJobs.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DailyAggregationJobs implements DailyJobs {
  @Inject private DailyRollup rollup;
  @EJB private DailyAggregationRun run;

  @Override
  public long start(boolean clearFirst) {
    if (clearFirst) {
      // Committed before the job begins to look.
      rollup.markAllStale();
    }
    return run.startUnlessRunning();
  }
}
