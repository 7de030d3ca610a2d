package energy.liveone.batch.runs;

import energy.liveone.job.JobRun;
import energy.liveone.job.JobRun.State;
import energy.liveone.job.JobRuns;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the batch runtime. An EJB for the same reason as what starts jobs: the runtime looks for a
 * job's artifacts where the caller lives.
 */
@Stateless
@Local(JobRuns.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchRuns implements JobRuns {
  private static final Logger LOG = Logger.getLogger(BatchRuns.class.getName());

  @Override
  public List<JobRun> newest(int limit) {
    JobOperator operator = BatchRuntime.getJobOperator();
    Set<String> names = operator.getJobNames();
    List<JobExecution> executions = new ArrayList<>();
    for (String name : names) {
      for (JobInstance instance : operator.getJobInstances(name, 0, limit)) {
        executions.addAll(operator.getJobExecutions(instance));
      }
    }
    return executions.stream()
        .sorted(Comparator.comparingLong(JobExecution::getExecutionId).reversed())
        .limit(limit)
        .map(execution -> run(execution, operator))
        .toList();
  }

  private static JobRun run(JobExecution execution, JobOperator operator) {
    Map<Metric.MetricType, Long> sums = new HashMap<>();
    for (StepExecution step : operator.getStepExecutions(execution.getExecutionId())) {
      for (Metric metric : step.getMetrics()) {
        sums.merge(metric.getType(), metric.getValue(), Long::sum);
      }
    }
    long skipped =
        sums.getOrDefault(Metric.MetricType.READ_SKIP_COUNT, 0L)
            + sums.getOrDefault(Metric.MetricType.PROCESS_SKIP_COUNT, 0L)
            + sums.getOrDefault(Metric.MetricType.WRITE_SKIP_COUNT, 0L);
    return new JobRun(
        execution.getExecutionId(),
        execution.getJobName(),
        state(execution.getBatchStatus()),
        execution.getCreateTime().toInstant(),
        execution.getEndTime() == null ? null : execution.getEndTime().toInstant(),
        sums.getOrDefault(Metric.MetricType.READ_COUNT, 0L),
        sums.getOrDefault(Metric.MetricType.WRITE_COUNT, 0L),
        skipped,
        parameters(execution.getJobParameters()));
  }

  private static Map<String, String> parameters(Properties properties) {
    Map<String, String> parameters = new HashMap<>();
    if (properties != null) {
      properties
          .stringPropertyNames()
          .forEach(name -> parameters.put(name, properties.getProperty(name)));
    }
    return parameters;
  }

  private static State state(BatchStatus status) {
    return switch (status) {
      case STARTING, STARTED -> State.RUNNING;
      case STOPPING -> State.STOPPING;
      case STOPPED -> State.STOPPED;
      case FAILED -> State.FAILED;
      case COMPLETED -> State.DONE;
      case ABANDONED -> State.ABANDONED;
    };
  }

  @Override
  public boolean stop(long execution) {
    return attempt("stopped", execution, () -> BatchRuntime.getJobOperator().stop(execution));
  }

  @Override
  public boolean restart(long execution) {
    JobOperator operator = BatchRuntime.getJobOperator();
    return attempt(
        "restarted",
        execution,
        () -> {
          Properties before = operator.getJobExecution(execution).getJobParameters();
          long next = operator.restart(execution, before == null ? new Properties() : before);
          LOG.info(() -> "Execution %d goes on as %d".formatted(execution, next));
        });
  }

  private static boolean attempt(String what, long execution, Runnable act) {
    try {
      act.run();
      return true;
    } catch (BatchRuntimeException e) {
      LOG.log(Level.INFO, e, () -> "Execution %d was not %s".formatted(execution, what));
      return false;
    }
  }
}
