package energy.liveone.batch.backfill;

import energy.liveone.gap.BackfillJobs;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/**
 * Starts the job for the API. An EJB on purpose: the batch runtime looks for the job's artifacts
 * where the caller lives, and a caller in the web module of an EAR would not find them.
 */
@Stateless
@Local(BackfillJobs.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackfillStart implements BackfillJobs {
  @EJB private BackfillRun run;

  @Override
  public void start(int backfill) {
    run.begin(backfill);
  }
}
