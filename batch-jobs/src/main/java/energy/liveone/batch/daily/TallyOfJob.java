package energy.liveone.batch.daily;

import jakarta.batch.api.partition.AbstractPartitionAnalyzer;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Adds up the slices and shows the sum as the job's exit status. */
@Dependent
@Named("tallyOfJob")
public class TallyOfJob extends AbstractPartitionAnalyzer {
  private final JobContext job;
  private DayTally sum = DayTally.NONE;

  @Inject
  public TallyOfJob(JobContext job) {
    this.job = job;
  }

  @Override
  public void analyzeCollectorData(Serializable data) {
    sum = sum.plus((DayTally) data);
    job.setExitStatus(sum.inWords());
  }
}
