package energy.liveone.gap;

import energy.liveone.credential.CredentialVault;
import energy.liveone.polling.VendorCircuits;
import energy.liveone.polling.VendorSlots;
import energy.liveone.quota.QuotaDecision;
import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.quota.QuotaLedger;
import energy.liveone.quota.QuotaLedger.Settlement;
import energy.liveone.quota.QuotaRequest;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.HistorySource;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks a vendor for days of the past and stores what it tells, as one attempt on record. The same
 * days twice change nothing. Blocks while the vendor thinks; must not be called in a transaction.
 */
@Dependent
class AskPast {
  private static final Logger LOG = Logger.getLogger(AskPast.class.getName());

  /** Longer than the calls of any request may take. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final Duration WHILE_VENDOR_FAILS = Duration.ofMinutes(2);

  private final Histories histories;
  private final CredentialVault vault;
  private final VendorRegistry vendors;
  private final VendorSlots slots;
  private final VendorCircuits circuits;
  private final QuotaLedger quota;
  private final StorePast store;
  private final Clock clock;

  @Inject
  AskPast(
      Histories histories,
      CredentialVault vault,
      VendorRegistry vendors,
      VendorSlots slots,
      VendorCircuits circuits,
      QuotaLedger quota,
      StorePast store,
      Clock clock) {
    this.histories = histories;
    this.vault = vault;
    this.vendors = vendors;
    this.slots = slots;
    this.circuits = circuits;
    this.quota = quota;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Asks for some days.
   *
   * @param days at most as many as the vendor answers at once; those to come are left out
   */
  PastAnswer ask(WatchedSystem system, DayRange days) {
    HistorySource history = histories.of(system.vendor()).orElseThrow();
    List<Stretch> past = days.until(clock.instant(), system.view().zone());
    if (past.isEmpty()) {
      return new PastAnswer.Told(0);
    }
    VendorAdapter adapter = vendors.adapter(system.vendor()).orElseThrow();
    int calls = history.callsPerRequest(system.view());
    if (calls == 0) {
      return new PastAnswer.Told(0);
    }
    if (!circuits.permits(system.vendor())) {
      return new PastAnswer.Postponed(clock.instant().plus(WHILE_VENDOR_FAILS));
    }
    Credentials credentials = vault.open(system.id()).orElse(Credentials.NONE);
    QuotaRequest wanted =
        QuotaRequest.backfill(system.id(), adapter, system.view(), credentials, calls);
    // Polls and this share the places that the vendor has for us.
    slots.enter(adapter, credentials);
    try {
      return reserved(wanted)
          .fold(
              granted -> ask(history, system, credentials, past.get(0), granted),
              denied -> {
                circuits.withdraw(system.vendor());
                return new PastAnswer.Postponed(denied.until());
              });
    } finally {
      slots.leave(adapter, credentials);
    }
  }

  private QuotaDecision reserved(QuotaRequest wanted) {
    try {
      return quota.reserve(wanted);
    } catch (RuntimeException e) {
      circuits.withdraw(wanted.vendor());
      throw e;
    }
  }

  private PastAnswer ask(
      HistorySource history,
      WatchedSystem system,
      Credentials credentials,
      Stretch past,
      Granted granted) {
    Instant started = clock.instant();
    FetchResult result = answer(history, system, credentials, past, granted.allowance());
    Duration took = Duration.between(started, clock.instant());
    circuits.record(system.vendor(), result, took);
    quota.settle(List.of(new Settlement(granted, refusal(result))));
    return store.store(system, result, started, took);
  }

  /** The vendor's word that it was asked too often. */
  private static @Nullable Failure refusal(FetchResult result) {
    return result.<@Nullable Failure>fold(
        fetched -> limited(fetched.missing()),
        nothing -> null,
        failed -> limited(failed.failure()));
  }

  private static @Nullable Failure limited(@Nullable Failure failure) {
    return failure != null && failure.code() == FailureCode.RATE_LIMITED ? failure : null;
  }

  private static FetchResult answer(
      HistorySource history,
      WatchedSystem system,
      Credentials credentials,
      Stretch past,
      Allowance allowance) {
    try {
      return history
          .fetchHistory(system.view(), credentials, past.start(), past.end(), allowance)
          .toCompletableFuture()
          .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(FailureCode.INTERNAL, "The server is being stopped");
    } catch (TimeoutException e) {
      return failed(FailureCode.TIMEOUT, "No answer within " + LIMIT);
    } catch (ExecutionException | RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "The history of system %s is faulty".formatted(system.id()));
      return failed(FailureCode.INTERNAL, "The adapter failed: " + e.getClass().getSimpleName());
    }
  }

  private static FetchResult failed(FailureCode code, String detail) {
    return new FetchResult.Failed(Failure.of(code, detail));
  }
}
