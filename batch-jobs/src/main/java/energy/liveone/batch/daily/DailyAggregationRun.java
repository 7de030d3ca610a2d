package energy.liveone.batch.daily;

import energy.liveone.lease.Lease;
import energy.liveone.lease.Leases;
import energy.liveone.rollup.DailyRollup;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one run of the job in the cluster. A lease says who has it, because the job repository
 * cannot: after a crash it shows an execution as started for ever. Whoever holds the lease
 * therefore knows that an execution shown as started is a dead node's, and restarts it.
 *
 * <p>The job is started within the transaction of the claim (which the batch runtime suspends while
 * it writes its own), so another node that asks at the same moment waits and then finds the
 * execution. Outside of that there is none: the batch runtime must not wake up in a transaction,
 * where the connections with which it looks for its tables would all be held until the end.
 */
@Singleton
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DailyAggregationRun {
  static final String JOB = "daily-aggregation";

  /** Three renewals may be missed. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final Logger LOG = Logger.getLogger(DailyAggregationRun.class.getName());
  private static final int MOST_SLICES = 8;
  private static final Set<BatchStatus> UNFINISHED =
      EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

  @Inject private Leases leases;
  @Inject private DailyRollup rollup;

  private @Nullable Lease held;

  /** Starts the job, or restarts what a dead node left; the id of that or of the running one. */
  public long startUnlessRunning() {
    JobOperator operator = BatchRuntime.getJobOperator();
    releaseIfEnded();
    return leases
        .claim(JOB, LEASE, lease -> begin(lease, operator))
        .orElseGet(() -> newestExecution(operator).orElseThrow().getExecutionId());
  }

  /** The job ended on this node. */
  public void ended() {
    Lease lease = held;
    if (lease != null) {
      held = null;
      leases.release(lease);
    }
  }

  /**
   * To be called every half minute: keeps the lease of a run on this node, and takes over from a
   * node that died, this one before its restart included.
   */
  public void watch() {
    releaseIfEnded();
    if (held != null) {
      if (!leases.renew(held, LEASE)) {
        LOG.warning("Another node took over the daily job while this one still runs it");
      }
    } else if (leases.isAbandoned(JOB)) {
      takeOver();
    }
  }

  private void takeOver() {
    JobOperator operator = BatchRuntime.getJobOperator();
    leases.claim(
        JOB,
        LEASE,
        lease -> {
          held = lease;
          Optional<JobExecution> leftover = unfinishedExecution(operator);
          leftover.ifPresentOrElse(execution -> restart(execution, operator), this::ended);
          return leftover.isPresent();
        });
  }

  private long begin(Lease lease, JobOperator operator) {
    held = lease;
    return unfinishedExecution(operator)
        .map(leftover -> restart(leftover, operator))
        .orElseGet(() -> startNew(operator));
  }

  private void releaseIfEnded() {
    if (held != null && runningHere().isEmpty()) {
      ended();
    }
  }

  private long startNew(JobOperator operator) {
    int slices = Math.max(1, Math.min(MOST_SLICES, rollup.systemsOwingDays().size()));
    Properties parameters = new Properties();
    parameters.setProperty("slices", Integer.toString(slices));
    long id = operator.start(JOB, parameters);
    LOG.info(() -> "Daily job started, execution %d, %d slices".formatted(id, slices));
    return id;
  }

  private long restart(JobExecution leftover, JobOperator operator) {
    long old = leftover.getExecutionId();
    long id = operator.restart(old, leftover.getJobParameters());
    LOG.info(() -> "Daily job restarted, execution %d after unfinished %d".formatted(id, old));
    return id;
  }

  private static List<Long> runningHere() {
    try {
      return BatchRuntime.getJobOperator().getRunningExecutions(JOB);
    } catch (NoSuchJobException noneYet) {
      return List.of();
    }
  }

  /**
   * What a dead node left. An execution of this node that gave its lease back is none: the runtime
   * records its end a moment after it, and refuses to restart it until then. It forgets that an
   * execution runs only after it has recorded its end, so what runs is asked for first.
   */
  private static Optional<JobExecution> unfinishedExecution(JobOperator operator) {
    List<Long> running = runningHere();
    return newestExecution(operator)
        .filter(execution -> !running.contains(execution.getExecutionId()))
        .filter(execution -> UNFINISHED.contains(execution.getBatchStatus()));
  }

  private static Optional<JobExecution> newestExecution(JobOperator operator) {
    try {
      return operator.getJobInstances(JOB, 0, 1).stream()
          .flatMap(instance -> operator.getJobExecutions(instance).stream())
          .max(Comparator.comparingLong(JobExecution::getExecutionId));
    } catch (NoSuchJobException noneYet) {
      return Optional.empty();
    }
  }
}
