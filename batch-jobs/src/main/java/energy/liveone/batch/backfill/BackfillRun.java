package energy.liveone.batch.backfill;

import energy.liveone.gap.BackfillProgress;
import energy.liveone.gap.BackfillProgress.State;
import energy.liveone.gap.Backfills;
import energy.liveone.lease.Lease;
import energy.liveone.lease.Leases;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Who in the cluster carries out which order. A lease for each says so, as with the daily job:
 * after a crash the job repository shows an execution as started for ever, and whoever gets the
 * lease knows that it is a dead node's.
 */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackfillRun {
  static final String JOB = "back-fill";

  /** Three renewals may be missed. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final Logger LOG = Logger.getLogger(BackfillRun.class.getName());

  @Inject private Leases leases;
  @Inject private Backfills orders;
  @Inject private Clock clock;

  private final Map<Integer, Lease> held = new ConcurrentHashMap<>();

  /** Starts the job for an order, or goes on with it, unless somebody is at it. */
  public void begin(int order) {
    leases.claim(
        JOB + "-" + order,
        LEASE,
        lease -> {
          held.put(order, lease);
          try {
            return orders
                .find(order)
                .filter(progress -> progress.state().isActive())
                .map(this::startOrRestart)
                .orElseGet(() -> give(order));
          } catch (RuntimeException e) {
            held.remove(order);
            throw e;
          }
        });
  }

  /** An execution begins on this node, perhaps because an administrator restarted it. */
  public void begun(int order) {
    if (!held.containsKey(order)) {
      leases.claim(JOB + "-" + order, LEASE, lease -> held.putIfAbsent(order, lease) == null);
    }
  }

  /** The execution of an order ended on this node. */
  public void ended(int order) {
    give(order);
  }

  private boolean give(int order) {
    Lease lease = held.remove(order);
    if (lease != null) {
      leases.release(lease);
    }
    return false;
  }

  /**
   * To be called every few seconds: keeps the leases of this node, goes on with what waited long
   * enough, and takes over from nodes that died, this one before its restart included.
   */
  public void watch() {
    held.forEach(
        (order, lease) -> {
          if (!leases.renew(lease, LEASE)) {
            LOG.warning(() -> "Another node took over the back-fill %d".formatted(order));
          }
        });
    Instant now = clock.instant();
    for (BackfillProgress progress : orders.active()) {
      Instant until = progress.waitsUntilOrNull();
      if (!held.containsKey(progress.id()) && (until == null || !until.isAfter(now))) {
        try {
          begin(progress.id());
        } catch (RuntimeException e) {
          LOG.log(
              Level.WARNING, e, () -> "Back-fill %d could not be started".formatted(progress.id()));
        }
      }
    }
  }

  private boolean startOrRestart(BackfillProgress progress) {
    JobOperator operator = BatchRuntime.getJobOperator();
    Long newest = progress.executionOrNull();
    Properties parameters = parameters(progress);
    if (newest == null) {
      long first = operator.start(JOB, parameters);
      LOG.info(() -> "Back-fill %d started, execution %d".formatted(progress.id(), first));
      return true;
    }
    JobExecution execution = operator.getJobExecution(newest);
    if (execution.getBatchStatus() == BatchStatus.COMPLETED) {
      orders.ended(progress.id(), State.DONE, null);
      return give(progress.id());
    }
    long next = operator.restart(newest, parameters);
    LOG.info(() -> "Back-fill %d goes on, execution %d".formatted(progress.id(), next));
    return true;
  }

  private static Properties parameters(BackfillProgress progress) {
    Properties parameters = new Properties();
    parameters.setProperty("order", Integer.toString(progress.id()));
    parameters.setProperty("system", progress.system().toString());
    parameters.setProperty("from", progress.days().first().toString());
    parameters.setProperty("to", progress.days().last().toString());
    return parameters;
  }
}
