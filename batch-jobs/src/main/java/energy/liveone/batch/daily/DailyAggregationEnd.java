package energy.liveone.batch.daily;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Lets the next one start as soon as this one has ended, however it ended. */
@Dependent
@Named("dailyAggregationEnd")
public class DailyAggregationEnd extends AbstractJobListener {
  private final DailyAggregationRun run;

  @Inject
  public DailyAggregationEnd(DailyAggregationRun run) {
    this.run = run;
  }

  @Override
  public void afterJob() {
    run.ended();
  }
}
