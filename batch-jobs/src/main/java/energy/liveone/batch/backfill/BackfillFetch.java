package energy.liveone.batch.backfill;

import energy.liveone.gap.BackfillProgress;
import energy.liveone.gap.BackfillProgress.State;
import energy.liveone.gap.Backfills;
import energy.liveone.gap.DayRange;
import energy.liveone.gap.PastAnswer.Failed;
import energy.liveone.gap.PastOfSystem;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.Failure;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the days of an item. Their rows are committed by themselves, so a chunk that is rolled
 * back costs calls, never data. When the quota is spent or the vendor fails, it stops the job with
 * an exit status that says so; the timer starts it again.
 */
@Dependent
@Named("backfillFetch")
public class BackfillFetch implements ItemProcessor {
  /** Exit status of an execution that goes on later, by itself. */
  public static final String WAITING = "WAITING";

  /** Exit status of an execution after which only a person can help. */
  public static final String GAVE_UP = "GAVE_UP";

  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int MOST_FAILURES = 8;

  private final PastOfSystem past;
  private final Backfills orders;
  private final JobContext job;
  private final StepContext step;
  private final Clock clock;
  private final int order;

  @Inject
  public BackfillFetch(
      PastOfSystem past,
      Backfills orders,
      JobContext job,
      StepContext step,
      Clock clock,
      @BatchProperty(name = "order") String order) {
    this.past = past;
    this.orders = orders;
    this.job = job;
    this.step = step;
    this.clock = clock;
    this.order = Integer.parseInt(order);
  }

  @Override
  public @Nullable FetchedDays processItem(Object item) {
    DayRange days = (DayRange) item;
    SystemId system = orders.find(order).orElseThrow().system();
    return past.fetch(system, days)
        .<@Nullable FetchedDays>fold(
            told -> {
              step.setTransientUserData(new FetchedUntil(days.last()));
              return new FetchedDays(days, told.rows());
            },
            postponed -> {
              stopUntil(postponed.until(), "The vendor's quota has to recover first", 0);
              return null;
            },
            failed -> {
              afterFailure(failed);
              return null;
            });
  }

  private void afterFailure(Failed failed) {
    Failure failure = failed.failure();
    int failures = orders.find(order).orElseThrow().failures() + 1;
    String words = BackfillProgress.wordsOf(failure);
    if (failure.code().needsOwner() || failures >= MOST_FAILURES) {
      orders.ended(order, State.FAILED, words);
      stop(GAVE_UP);
      return;
    }
    Instant next = clock.instant().plus(STEP.multipliedBy(1L << (failures - 1)));
    stopUntil(failure.retryTime().filter(at -> at.isAfter(next)).orElse(next), words, failures);
  }

  private void stopUntil(Instant until, String words, int failures) {
    orders.waiting(order, until, words, failures);
    stop(WAITING);
  }

  private void stop(String exitStatus) {
    job.setExitStatus(exitStatus);
    BatchRuntime.getJobOperator().stop(job.getExecutionId());
  }
}
