package energy.liveone.polling;

import energy.liveone.credential.CredentialVault;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Claims systems and asks their vendors, many at once and none waiting for another. Answers go to
 * {@link StoreQueue}. No transaction is open and no thread waits while a vendor thinks.
 */
@ApplicationScoped
public class PollCycle implements PollSystems {
  private static final Logger LOG = Logger.getLogger(PollCycle.class.getName());
  private static final int CLAIM_AT_ONCE = 250;

  /** Longer than any vendor call may take, shorter than anybody waits for a dead node's systems. */
  private static final Duration LEASE = Duration.ofSeconds(90);

  /** When a system is tried again whose vendor had no place free. */
  private static final Duration POSTPONED = Duration.ofSeconds(3);

  @Inject private JpaPollSchedule schedule;
  @Inject private CredentialVault vault;
  @Inject private VendorRegistry vendors;
  @Inject private StoreQueue queue;
  @Inject private PollSettings settings;
  @Inject private Clock clock;

  private final ConcurrentMap<VendorType, Semaphore> vendorSlots = new ConcurrentHashMap<>();
  private final Semaphore slots = new Semaphore(0);

  /** Opens for work; called once at start. */
  void start() {
    slots.release(settings.maxInFlight());
    queue.start();
  }

  /** Claims and dispatches what is due, as far as there is room. */
  void dispatchDue() {
    int room = slots.availablePermits();
    while (room > 0) {
      Instant now = clock.instant();
      int limit = Math.min(room, CLAIM_AT_ONCE);
      List<ClaimedSystem> claimed = schedule.claimDue(now, limit, settings.node(), now.plus(LEASE));
      dispatch(claimed, SessionCause.CRON, false);
      if (claimed.size() < limit) {
        return;
      }
      room = slots.availablePermits();
    }
  }

  @Override
  public PollSummary pollAll(SessionCause cause, Duration limit) {
    return poll(schedule.scheduled(), cause, limit);
  }

  @Override
  public PollSummary poll(List<SystemId> systems, SessionCause cause, Duration limit) {
    List<CompletableFuture<Boolean>> outcomes = new ArrayList<>();
    Instant deadline = clock.instant().plus(limit);
    for (int from = 0; from < systems.size(); from += CLAIM_AT_ONCE) {
      Instant now = clock.instant();
      List<SystemId> some = systems.subList(from, Math.min(from + CLAIM_AT_ONCE, systems.size()));
      outcomes.addAll(
          dispatch(schedule.claimNow(some, now, settings.node(), now.plus(LEASE)), cause, true));
    }
    return summary(outcomes, deadline);
  }

  private PollSummary summary(List<CompletableFuture<Boolean>> outcomes, Instant deadline) {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new));
    try {
      long left = Duration.between(clock.instant(), deadline).toMillis();
      all.get(Math.max(0, left), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.FINE, "Some polls failed or are not finished", e);
    }
    int successful = 0;
    int failed = 0;
    for (CompletableFuture<Boolean> outcome : outcomes) {
      if (outcome.isCompletedExceptionally()) {
        failed++;
      } else if (outcome.isDone()) {
        if (outcome.join()) {
          successful++;
        } else {
          failed++;
        }
      }
    }
    return new PollSummary(
        outcomes.size(), successful, failed, outcomes.size() - successful - failed);
  }

  private List<CompletableFuture<Boolean>> dispatch(
      List<ClaimedSystem> claimed, SessionCause cause, boolean patient) {
    if (claimed.isEmpty()) {
      return List.of();
    }
    Map<SystemId, Credentials> credentials =
        vault.openAll(claimed.stream().map(ClaimedSystem::id).collect(Collectors.toList()));
    List<CompletableFuture<Boolean>> outcomes = new ArrayList<>(claimed.size());
    List<SystemId> postponed = new ArrayList<>();
    for (ClaimedSystem system : claimed) {
      VendorAdapter adapter = vendors.adapter(system.vendor()).orElse(null);
      if (adapter == null || !enter(adapter, patient)) {
        postponed.add(system.id());
      } else {
        outcomes.add(
            fetch(adapter, system, credentials.getOrDefault(system.id(), Credentials.NONE), cause));
      }
    }
    schedule.release(postponed, clock.instant().plus(POSTPONED));
    return outcomes;
  }

  /**
   * Takes a place for a call; the schedule is never held up by one vendor that has all of its
   * places taken.
   */
  private boolean enter(VendorAdapter adapter, boolean patient) {
    Semaphore vendorSlot = vendorSlot(adapter);
    if (patient) {
      vendorSlot.acquireUninterruptibly();
      slots.acquireUninterruptibly();
      return true;
    }
    if (!vendorSlot.tryAcquire()) {
      return false;
    }
    if (!slots.tryAcquire()) {
      vendorSlot.release();
      return false;
    }
    return true;
  }

  private Semaphore vendorSlot(VendorAdapter adapter) {
    return vendorSlots.computeIfAbsent(
        adapter.vendorType(), vendor -> new Semaphore(adapter.pollPolicy().maxConcurrent()));
  }

  private CompletableFuture<Boolean> fetch(
      VendorAdapter adapter, ClaimedSystem system, Credentials credentials, SessionCause cause) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Instant started = clock.instant();
    ask(adapter, system, credentials)
        .whenComplete(
            (result, fault) -> {
              vendorSlot(adapter).release();
              slots.release();
              Duration duration = Duration.between(started, clock.instant());
              FetchResult outcome = fault == null ? result : fault(system, fault);
              queue.offer(new Collected(system, cause, started, duration, outcome, done));
            });
    return done;
  }

  private static CompletionStage<FetchResult> ask(
      VendorAdapter adapter, ClaimedSystem system, Credentials credentials) {
    try {
      return adapter.fetchLatestData(system.vendorSystem(), credentials, Poll.unlimited());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static FetchResult fault(ClaimedSystem system, Throwable fault) {
    LOG.log(Level.SEVERE, fault, () -> "The adapter of system %s is faulty".formatted(system.id()));
    return new FetchResult.Failed(
        Failure.of(
            FailureCode.INTERNAL, "The adapter failed: " + fault.getClass().getSimpleName()));
  }
}
