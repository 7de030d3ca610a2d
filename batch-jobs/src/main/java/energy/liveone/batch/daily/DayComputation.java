package energy.liveone.batch.daily;

import energy.liveone.rollup.DailyRollup;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Computes one day. The rollup commits it by itself, so what the chunk's own transaction does later
 * cannot undo it, and one day's failure does not touch the rest of the chunk.
 */
@Dependent
@Named("dayComputation")
public class DayComputation implements ItemProcessor {
  private final DailyRollup rollup;

  @Inject
  public DayComputation(DailyRollup rollup) {
    this.rollup = rollup;
  }

  @Override
  public OwedDay processItem(Object item) {
    OwedDay day = (OwedDay) item;
    try {
      rollup.compute(day.systemId(), day.day());
      return day;
    } catch (RuntimeException e) {
      // Whatever it was, it is this day's; when the database is gone, the next read ends the job.
      throw new DayNotComputedException(day, e);
    }
  }
}
