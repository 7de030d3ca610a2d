package energy.liveone.batch.daily;

import jakarta.batch.api.partition.PartitionCollector;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Hands what a slice counted since its last checkpoint to the job. */
@Dependent
@Named("tallyOfSlice")
public class TallyOfSlice implements PartitionCollector {
  private final StepContext step;

  @Inject
  public TallyOfSlice(StepContext step) {
    this.step = step;
  }

  @Override
  public DayTally collectPartitionData() {
    return DayTally.takeFrom(step);
  }
}
