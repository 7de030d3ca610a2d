package energy.liveone.setup;

import energy.liveone.access.RequireWholeAccount;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.vendor.VendorSessions;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tries credentials at a vendor and waits for the answer. Stores nothing. */
@ApplicationScoped
public class TryConnection {
  private static final Logger LOG = Logger.getLogger(TryConnection.class.getName());

  /** Longer than any adapter takes for its login and its call together. */
  private static final int LIMIT_SECONDS = 50;

  private final VendorRegistry vendors;
  private final VendorSessions sessions;

  @Inject
  public TryConnection(VendorRegistry vendors, VendorSessions sessions) {
    this.vendors = vendors;
    this.sessions = sessions;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected TryConnection() {
    this(null, null);
  }

  /** Tries; credentials that lack a field are refused without a call. */
  @RequireWholeAccount
  public ConnectionTest attempt(
      VendorType vendorType, ZoneId zone, Credentials credentials, Map<String, String> options) {
    Optional<VendorAdapter> vendor = vendors.adapter(vendorType);
    if (vendor.isEmpty()) {
      return refused(FailureCode.NOT_CONFIGURED, "There is no such vendor");
    }
    return CredentialCheck.check(vendor.get(), credentials)
        .map(complaint -> refused(FailureCode.NOT_CONFIGURED, complaint.message()))
        .orElseGet(() -> call(vendor.get(), zone, credentials, options));
  }

  ConnectionTest call(
      VendorAdapter vendor, ZoneId zone, Credentials credentials, Map<String, String> options) {
    String sessionKey = "try:" + UUID.randomUUID();
    Credentials relevant = CredentialCheck.relevant(vendor, credentials);
    VendorSystem system =
        new VendorSystem(sessionKey, vendor.vendorSiteId(relevant).orElse(""), zone, options);
    CompletableFuture<ConnectionTest> call =
        vendor.testConnection(system, relevant).toCompletableFuture();
    try {
      return call.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return refused(FailureCode.TIMEOUT, "The vendor did not answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused(FailureCode.INTERNAL, "The attempt was stopped");
    } catch (ExecutionException e) {
      LOG.log(Level.SEVERE, "The adapter of " + vendor.vendorType() + " failed", e);
      return refused(FailureCode.INTERNAL, "The attempt failed on our side");
    } finally {
      sessions.forget(sessionKey);
    }
  }

  private static ConnectionTest refused(FailureCode code, String detail) {
    return new Refused(Failure.of(code, detail));
  }
}
