package energy.liveone.polling;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireAdmin;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.credential.CredentialVault;
import energy.liveone.credential.OpenedCredentials;
import energy.liveone.polling.SystemTest.Asked;
import energy.liveone.polling.SystemTest.Pushes;
import energy.liveone.quota.QuotaDecision;
import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.quota.QuotaLedger;
import energy.liveone.quota.QuotaLedger.Settlement;
import energy.liveone.quota.QuotaRequest;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.vendor.VendorSessions;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the vendor of a stored system with its stored credentials, and waits for the answer. Stores
 * nothing and leaves schedule and log as they are; logs in anew, so that a login that was kept
 * hides nothing. Takes a place, looks at the vendor's circuit and sets calls aside as a person's
 * poll does. Must not be called in a transaction.
 */
@ApplicationScoped
public class TestSystem {
  private static final Logger LOG = Logger.getLogger(TestSystem.class.getName());

  /** Longer than any adapter takes for its login and its calls together. */
  private static final int LIMIT_SECONDS = 50;

  @Inject private SystemRepository systems;
  @Inject private VendorRegistry vendors;
  @Inject private CredentialVault vault;
  @Inject private VendorSlots slots;
  @Inject private VendorCircuits circuits;
  @Inject private QuotaLedger quota;
  @Inject private VendorSessions sessions;
  @Inject private Clock clock;

  /** Tests. */
  @RequireAdmin
  @RequireSystemAccess(Permission.WRITE)
  public SystemTest test(SystemId id) {
    MonitoredSystem system = systems.find(id).orElseThrow();
    Optional<VendorAdapter> vendor = vendors.adapter(system.vendorType());
    if (vendor.isPresent() && !vendor.get().capabilities().polled()) {
      return new Pushes();
    }
    Instant started = clock.instant();
    OpenedCredentials opened = vault.openAll(List.of(id));
    Credentials credentials = opened.opened().getOrDefault(id, Credentials.NONE);
    ConnectionTest outcome =
        opened.unreadable().contains(id)
            ? new Refused(UnreadableCredentials.failure(started))
            : vendor.map(adapter -> ask(adapter, system, credentials)).orElseGet(TestSystem::gone);
    return new Asked(
        started,
        Duration.between(started, clock.instant()),
        new WithoutSecrets(vendors.redaction(system.vendorType()), vendor, credentials)
            .of(outcome));
  }

  private static ConnectionTest gone() {
    return refused(FailureCode.NOT_CONFIGURED, "There is no such vendor any more");
  }

  private ConnectionTest ask(
      VendorAdapter adapter, MonitoredSystem system, Credentials credentials) {
    // Polls and this share the places that the vendor has for us.
    slots.enter(adapter, credentials);
    try {
      if (!circuits.permits(adapter.vendorType())) {
        return new Refused(Admission.leftAlone());
      }
      return reserved(QuotaRequest.test(system.id(), adapter, VendorView.of(system), credentials))
          .fold(
              granted -> ask(adapter, system, credentials, granted),
              denied -> {
                circuits.withdraw(adapter.vendorType());
                return new Refused(Admission.noCalls(denied));
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

  private ConnectionTest ask(
      VendorAdapter adapter, MonitoredSystem system, Credentials credentials, Granted granted) {
    Instant started = clock.instant();
    ConnectionTest outcome = answer(adapter, system, credentials);
    circuits.record(
        adapter.vendorType(), asPoll(outcome), Duration.between(started, clock.instant()));
    // Tests do not count their calls: all that were set aside are taken for made.
    for (int call = 0; call < granted.request().calls(); call++) {
      granted.allowance().take();
    }
    quota.settle(List.of(new Settlement(granted, rateLimit(outcome))));
    return outcome;
  }

  private ConnectionTest answer(
      VendorAdapter adapter, MonitoredSystem system, Credentials credentials) {
    String sessionKey = "test:" + UUID.randomUUID();
    try {
      return adapter
          .testConnection(view(system, sessionKey), credentials)
          .toCompletableFuture()
          .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return refused(FailureCode.TIMEOUT, "The vendor did not answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused(FailureCode.INTERNAL, "The test was stopped");
    } catch (ExecutionException | RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "The adapter of system %s is faulty".formatted(system.id()));
      return refused(FailureCode.INTERNAL, "The test failed on our side");
    } finally {
      sessions.forget(sessionKey);
    }
  }

  private static VendorSystem view(MonitoredSystem system, String sessionKey) {
    VendorSystem stored = VendorView.of(system);
    return new VendorSystem(
        sessionKey, stored.vendorSiteId(), stored.zone(), stored.place(), stored.options());
  }

  /** As the vendor's circuit sees it. */
  private FetchResult asPoll(ConnectionTest outcome) {
    return outcome.fold(
        connected -> new FetchResult.NothingNew(clock.instant(), null),
        refused -> new FetchResult.Failed(refused.failure()));
  }

  /** The vendor's word that it was asked too often. */
  private static @Nullable Failure rateLimit(ConnectionTest outcome) {
    return outcome.<@Nullable Failure>fold(
        connected -> null,
        refused -> refused.failure().code() == FailureCode.RATE_LIMITED ? refused.failure() : null);
  }

  private static ConnectionTest refused(FailureCode code, String detail) {
    return new Refused(Failure.of(code, detail));
  }
}
