package energy.liveone.polling;

import energy.liveone.credential.CredentialVault;
import energy.liveone.credential.OpenedCredentials;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollMemory;
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

  @Inject private JpaPollClaims claims;
  @Inject private JpaPollSchedule schedule;
  @Inject private CredentialVault vault;
  @Inject private Admission admission;
  @Inject private StoreCollected store;
  @Inject private StoreQueue queue;
  @Inject private PollSettings settings;
  @Inject private Clock clock;

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
      List<ClaimedSystem> claimed = claims.claimDue(now, limit, settings.node(), now.plus(LEASE));
      dispatch(claimed);
      if (claimed.size() < limit) {
        return;
      }
      room = slots.availablePermits();
    }
  }

  @Override
  public PollSummary pollAll(SessionCause cause, Duration limit) {
    return poll(schedule.scheduled(), cause, limit, false);
  }

  @Override
  public PollSummary poll(List<SystemId> systems, SessionCause cause, Duration limit) {
    return poll(systems, cause, limit, true);
  }

  private PollSummary poll(
      List<SystemId> systems, SessionCause cause, Duration limit, boolean forced) {
    List<CompletableFuture<Boolean>> outcomes = new ArrayList<>();
    Instant deadline = clock.instant().plus(limit);
    for (int from = 0; from < systems.size(); from += CLAIM_AT_ONCE) {
      Instant now = clock.instant();
      List<SystemId> some = systems.subList(from, Math.min(from + CLAIM_AT_ONCE, systems.size()));
      outcomes.addAll(
          dispatchPatiently(
              worthPolling(
                  claims.claimNow(some, now, settings.node(), now.plus(LEASE)), now, forced),
              cause,
              forced));
    }
    return summary(outcomes, deadline);
  }

  /**
   * Unless somebody wants just these, systems whose calls are limited keep their turn: polling all
   * of them every now and then would use up in an hour what has to last.
   */
  private List<ClaimedSystem> worthPolling(
      List<ClaimedSystem> claimed, Instant now, boolean forced) {
    if (forced) {
      return claimed;
    }
    Map<Boolean, List<ClaimedSystem>> byTurn =
        claimed.stream()
            .collect(
                Collectors.partitioningBy(
                    system -> !system.due().isAfter(now) || !admission.limitsCalls(system)));
    schedule.postpone(
        byTurn.get(false).stream()
            .map(system -> new JpaPollSchedule.Postponed(system.id(), system.due(), null))
            .toList());
    return byTurn.get(true);
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

  /** The schedule's way: whoever finds no place or no calls comes back later. */
  private List<CompletableFuture<Boolean>> dispatch(List<ClaimedSystem> claimed) {
    List<Admission.Candidate> candidates = candidates(claimed);
    Admission.Outcome outcome = admission.admit(candidates, slots);
    schedule.postpone(outcome.postponed());
    return outcome.admitted().stream()
        .map(admitted -> fetch(admitted, SessionCause.CRON, false))
        .toList();
  }

  /** A person's way: each system waits for its place, and a refusal is on record. */
  private List<CompletableFuture<Boolean>> dispatchPatiently(
      List<ClaimedSystem> claimed, SessionCause cause, boolean forced) {
    List<CompletableFuture<Boolean>> outcomes = new ArrayList<>(claimed.size());
    for (Admission.Candidate candidate : candidates(claimed)) {
      outcomes.add(
          admission
              .admitPatiently(candidate, slots, forced)
              .fold(
                  admitted -> fetch(admitted, cause, forced),
                  refusal -> refuse(candidate.system(), cause, refusal)));
    }
    return outcomes;
  }

  private List<Admission.Candidate> candidates(List<ClaimedSystem> claimed) {
    if (claimed.isEmpty()) {
      return List.of();
    }
    OpenedCredentials credentials =
        vault.openAll(claimed.stream().map(ClaimedSystem::id).collect(Collectors.toList()));
    return claimed.stream().map(system -> Admission.Candidate.of(system, credentials)).toList();
  }

  private CompletableFuture<Boolean> refuse(
      ClaimedSystem system, SessionCause cause, Failure refusal) {
    store.refuse(system, cause, refusal);
    return CompletableFuture.completedFuture(false);
  }

  private CompletableFuture<Boolean> fetch(
      Admission.Admitted admitted, SessionCause cause, boolean forced) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Instant started = clock.instant();
    ClaimedSystem system = admitted.candidate().system();
    Poll poll = new Poll(admitted.allowance(), new PollMemory(system.memory()), forced);
    ask(admitted, poll, started)
        .whenComplete(
            (result, fault) -> {
              Duration duration = Duration.between(started, clock.instant());
              FetchResult outcome = fault == null ? result : fault(system, fault);
              admission.leave(admitted, slots, outcome, duration);
              queue.offer(
                  new Collected(
                      system, cause, started, duration, outcome, poll, admitted.granted(), done));
            });
    return done;
  }

  private static CompletionStage<FetchResult> ask(
      Admission.Admitted admitted, Poll poll, Instant now) {
    Admission.Candidate candidate = admitted.candidate();
    if (candidate.unreadable()) {
      return CompletableFuture.completedFuture(
          new FetchResult.Failed(UnreadableCredentials.failure(now)));
    }
    try {
      return admitted
          .adapter()
          .fetchLatestData(candidate.system().vendorSystem(), candidate.credentials(), poll);
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
