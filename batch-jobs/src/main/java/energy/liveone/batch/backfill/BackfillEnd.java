package energy.liveone.batch.backfill;

import energy.liveone.gap.BackfillProgress;
import energy.liveone.gap.BackfillProgress.State;
import energy.liveone.gap.Backfills;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Notes on the order that an execution begins, and how it ended unless the processor did. */
@Dependent
@Named("backfillEnd")
public class BackfillEnd extends AbstractJobListener {
  @EJB private BackfillRun run;
  private final Backfills orders;
  private final JobContext job;
  private final int order;

  @Inject
  public BackfillEnd(
      Backfills orders, JobContext job, @BatchProperty(name = "order") String order) {
    this.orders = orders;
    this.job = job;
    this.order = Integer.parseInt(order);
  }

  @Override
  public void beforeJob() {
    run.begun(order);
    orders.running(order, job.getExecutionId());
  }

  @Override
  public void afterJob() {
    String said = job.getExitStatus();
    if (!BackfillFetch.WAITING.equals(said) && !BackfillFetch.GAVE_UP.equals(said)) {
      orders.find(order).ifPresent(progress -> end(progress));
    }
    run.ended(order);
  }

  private void end(BackfillProgress progress) {
    boolean all = progress.daysDone() == progress.daysTotal();
    BatchStatus status = job.getBatchStatus();
    State state =
        status == BatchStatus.STOPPING || status == BatchStatus.STOPPED
            ? State.STOPPED
            : all ? State.DONE : State.FAILED;
    orders.ended(order, state, words(state));
  }

  private static @Nullable String words(State state) {
    return state == State.FAILED ? "A fault of our own; the log has more" : null;
  }
}
