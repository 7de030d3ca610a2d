package energy.liveone.polling;

import energy.liveone.credential.OpenedCredentials;
import energy.liveone.polling.JpaPollSchedule.Postponed;
import energy.liveone.quota.PolledSite;
import energy.liveone.quota.QuotaDecision;
import energy.liveone.quota.QuotaDecision.Denied;
import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.quota.QuotaLedger;
import energy.liveone.quota.QuotaPlanner;
import energy.liveone.quota.QuotaRequest;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who may call its vendor now. A poll needs a place on this node, at its vendor and with its
 * account, a vendor that is not failing, and calls where these are limited. For vendors without
 * limits all of it is decided in memory.
 */
@ApplicationScoped
public class Admission {
  private static final Logger LOG = Logger.getLogger(Admission.class.getName());

  /** When a system is tried again whose vendor had no place free. */
  private static final Duration NO_PLACE = Duration.ofSeconds(3);

  /** Around when systems of a failing vendor are tried again, half of it earlier to half later. */
  private static final Duration VENDOR_FAILS = Duration.ofMinutes(1);

  @Inject private VendorRegistry vendors;
  @Inject private VendorSlots vendorSlots;
  @Inject private VendorCircuits circuits;
  @Inject private QuotaLedger ledger;
  @Inject private Clock clock;

  /**
   * A claimed system that wants to be polled.
   *
   * @param credentials none when it has none or they do not open
   * @param unreadable whether it has credentials that do not open
   */
  record Candidate(ClaimedSystem system, Credentials credentials, boolean unreadable) {
    static Candidate of(ClaimedSystem system, OpenedCredentials all) {
      return new Candidate(
          system,
          all.opened().getOrDefault(system.id(), Credentials.NONE),
          all.unreadable().contains(system.id()));
    }
  }

  /**
   * A candidate that has all that it needs; it must {@link #leave} in the end.
   *
   * @param granted null for vendors without limits
   */
  record Admitted(Candidate candidate, VendorAdapter adapter, @Nullable Granted granted) {
    Allowance allowance() {
      return granted == null ? Allowance.unlimited() : granted.allowance();
    }
  }

  /** Those who may go, and when the others come back. */
  record Outcome(List<Admitted> admitted, List<Postponed> postponed) {}

  /**
   * Whether somebody who waited may go.
   *
   * @param refusal why not; null when admitted
   */
  record Answer(@Nullable Admitted admitted, @Nullable Failure refusal) {
    <R> R fold(Function<Admitted, R> yes, Function<Failure, R> no) {
      if (admitted != null) {
        return yes.apply(admitted);
      }
      if (refusal != null) {
        return no.apply(refusal);
      }
      throw new IllegalStateException("Neither admitted nor refused");
    }
  }

  /** Whether a system's vendor limits calls. */
  boolean limitsCalls(ClaimedSystem system) {
    return vendors
        .adapter(system.vendor())
        .filter(adapter -> !adapter.quotaLimits().isEmpty())
        .isPresent();
  }

  /** Admits whom it can without waiting, so that one busy vendor never holds up the others. */
  Outcome admit(List<Candidate> candidates, Semaphore node) {
    List<Admitted> admitted = new ArrayList<>(candidates.size());
    List<Postponed> postponed = new ArrayList<>();
    List<Admitted> limited = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<VendorAdapter> found = vendors.adapter(candidate.system().vendor());
      if (found.isEmpty() || !tryEnter(found.get(), candidate, node)) {
        postponed.add(comeBack(candidate, clock.instant().plus(NO_PLACE), null));
      } else if (!circuits.permits(candidate.system().vendor())) {
        leavePlaces(found.get(), candidate, node);
        postponed.add(comeBack(candidate, whenVendorMayBeWell(candidate), WaitsFor.VENDOR));
      } else if (found.get().quotaLimits().isEmpty()) {
        admitted.add(new Admitted(candidate, found.get(), null));
      } else {
        limited.add(new Admitted(candidate, found.get(), null));
      }
    }
    if (!limited.isEmpty()) {
      setCallsAside(limited, node, admitted, postponed);
    }
    return new Outcome(admitted, postponed);
  }

  private void setCallsAside(
      List<Admitted> limited, Semaphore node, List<Admitted> admitted, List<Postponed> postponed) {
    List<QuotaDecision> decisions;
    try {
      decisions = ledger.reserve(limited.stream().map(one -> request(one, false)).toList());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "No calls could be set aside for " + limited.size());
      for (Admitted one : limited) {
        withdraw(one, node);
        postponed.add(comeBack(one.candidate(), clock.instant().plus(VENDOR_FAILS), null));
      }
      return;
    }
    for (int i = 0; i < limited.size(); i++) {
      Admitted one = limited.get(i);
      if (decisions.get(i) instanceof Granted granted) {
        admitted.add(new Admitted(one.candidate(), one.adapter(), granted));
      } else if (decisions.get(i) instanceof Denied denied) {
        withdraw(one, node);
        Instant again =
            QuotaPlanner.nextAfterDenial(
                site(one.adapter(), one.candidate().system()), denied, clock.instant());
        postponed.add(comeBack(one.candidate(), again, WaitsFor.QUOTA));
      }
    }
  }

  /** Admits as soon as there is a place; refuses when there are no calls or the vendor fails. */
  Answer admitPatiently(Candidate candidate, Semaphore node, boolean forced) {
    Optional<VendorAdapter> found = vendors.adapter(candidate.system().vendor());
    if (found.isEmpty()) {
      return refused(Failure.of(FailureCode.NOT_CONFIGURED, "There is no such vendor any more"));
    }
    vendorSlots.enter(found.get(), candidate.credentials());
    node.acquireUninterruptibly();
    Admitted admitted = new Admitted(candidate, found.get(), null);
    if (!circuits.permits(candidate.system().vendor())) {
      leavePlaces(found.get(), candidate, node);
      return refused(leftAlone());
    }
    if (found.get().quotaLimits().isEmpty()) {
      return new Answer(admitted, null);
    }
    try {
      return ledger
          .reserve(request(admitted, forced))
          .fold(
              granted -> new Answer(new Admitted(candidate, found.get(), granted), null),
              denied -> {
                withdraw(admitted, node);
                return refused(noCalls(denied));
              });
    } catch (RuntimeException e) {
      withdraw(admitted, node);
      throw e;
    }
  }

  private static Answer refused(Failure failure) {
    return new Answer(null, failure);
  }

  /** What somebody is told whose vendor is left alone. */
  static Failure leftAlone() {
    return Failure.of(
        FailureCode.VENDOR_UNAVAILABLE,
        "No call was made: the vendor fails for nearly everybody at present");
  }

  /** What somebody is told for whom the ledger has no calls. */
  static Failure noCalls(Denied denied) {
    String whose =
        switch (denied.scope()) {
          case APPLICATION -> "this installation";
          case CREDENTIAL -> "this account";
          case SITE -> "this site";
        };
    return Failure.of(
            FailureCode.RATE_LIMITED,
            "No call was made: the vendor allows %s no more until %s"
                .formatted(whose, denied.until()))
        .retryingAt(denied.until());
  }

  /** Ends an admission, and tells the vendor's circuit what came of it. */
  void leave(Admitted admitted, Semaphore node, FetchResult result, Duration duration) {
    circuits.record(admitted.candidate().system().vendor(), result, duration);
    leavePlaces(admitted.adapter(), admitted.candidate(), node);
  }

  private void withdraw(Admitted admitted, Semaphore node) {
    circuits.withdraw(admitted.candidate().system().vendor());
    leavePlaces(admitted.adapter(), admitted.candidate(), node);
  }

  private boolean tryEnter(VendorAdapter adapter, Candidate candidate, Semaphore node) {
    if (!vendorSlots.tryEnter(adapter, candidate.credentials())) {
      return false;
    }
    if (!node.tryAcquire()) {
      vendorSlots.leave(adapter, candidate.credentials());
      return false;
    }
    return true;
  }

  private void leavePlaces(VendorAdapter adapter, Candidate candidate, Semaphore node) {
    vendorSlots.leave(adapter, candidate.credentials());
    node.release();
  }

  private Instant whenVendorMayBeWell(Candidate candidate) {
    double factor = 0.5 + VendorView.place(candidate.system().id());
    return clock.instant().plusMillis((long) (factor * VENDOR_FAILS.toMillis()));
  }

  private static Postponed comeBack(
      Candidate candidate, Instant when, @Nullable WaitsFor waitsFor) {
    return new Postponed(candidate.system().id(), when, waitsFor);
  }

  private static QuotaRequest request(Admitted one, boolean forced) {
    ClaimedSystem system = one.candidate().system();
    return QuotaRequest.poll(
        system.id(), one.adapter(), system.vendorSystem(), one.candidate().credentials(), forced);
  }

  /** A system with its vendor's rhythm, as the planner wants it. */
  static PolledSite site(VendorAdapter adapter, ClaimedSystem system) {
    return new PolledSite(
        adapter.rhythm(),
        system.vendorSystem(),
        VendorView.place(system.id()),
        adapter.callsPerPoll(system.vendorSystem()));
  }
}
