package energy.liveone.batch.daily;

import jakarta.batch.api.chunk.listener.SkipProcessListener;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Records each day that failed: in the log with its cause, and in the exit status as a number. */
@Dependent
@Named("failedDays")
public class FailedDays implements SkipProcessListener {
  private static final Logger LOG = Logger.getLogger(FailedDays.class.getName());

  private final StepContext step;

  @Inject
  public FailedDays(StepContext step) {
    this.step = step;
  }

  @Override
  public void onSkipProcessItem(Object item, Exception failure) {
    LOG.log(
        Level.WARNING,
        failure,
        () -> "Daily rows stay owed after a failure. " + failure.getMessage());
    DayTally.addTo(step, new DayTally(0, 1));
  }
}
