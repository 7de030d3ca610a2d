package energy.liveone.setup;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.polling.VendorView;
import energy.liveone.setup.Registration.Invalid;
import energy.liveone.setup.Registration.RefusedByVendor;
import energy.liveone.setup.Registration.Registered;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.vendor.VendorSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Gives a system new credentials for the same site and has it collected again. The vendor is asked
 * first: credentials that it refuses change nothing.
 */
@ApplicationScoped
public class ReplaceCredentials {
  private final SystemRepository systems;
  private final VendorRegistry vendors;
  private final TryConnection connection;
  private final VendorSessions sessions;
  private final ResumeCollecting resume;

  @Inject
  public ReplaceCredentials(
      SystemRepository systems,
      VendorRegistry vendors,
      TryConnection connection,
      VendorSessions sessions,
      ResumeCollecting resume) {
    this.systems = systems;
    this.vendors = vendors;
    this.connection = connection;
    this.sessions = sessions;
    this.resume = resume;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ReplaceCredentials() {
    this(null, null, null, null, null);
  }

  /** Replaces; may take as long as the vendor needs to answer. */
  @RequireSystemAccess(Permission.OWN)
  public Registration replace(SystemId id, Credentials typed) {
    MonitoredSystem system = systems.find(id).orElseThrow();
    Optional<VendorAdapter> vendor =
        vendors
            .adapter(system.vendorType())
            .filter(adapter -> adapter.capabilities().polled())
            .filter(adapter -> !adapter.credentialFields().isEmpty());
    if (vendor.isEmpty()) {
      return new Invalid("credentials", "This system needs no credentials of a vendor");
    }
    return CredentialCheck.check(vendor.get(), typed)
        .map(CredentialCheck.Complaint::asRegistration)
        .orElseGet(
            () -> replace(system, vendor.get(), CredentialCheck.relevant(vendor.get(), typed)));
  }

  private Registration replace(
      MonitoredSystem system, VendorAdapter vendor, Credentials credentials) {
    Optional<String> site = vendor.vendorSiteId(credentials);
    if (site.isPresent() && !site.get().equals(system.vendorSiteId())) {
      return new Invalid("credentials", "These credentials are for another site");
    }
    return connection
        .call(vendor, system.zone(), credentials, system.options())
        .fold(
            connected -> resumed(system, credentials),
            refused ->
                refused.failure().code().needsOwner()
                    ? new RefusedByVendor(refused.failure())
                    : resumed(system, credentials));
  }

  private Registration resumed(MonitoredSystem system, Credentials credentials) {
    resume.resume(system.id(), credentials);
    sessions.forget(VendorView.sessionKey(system.id()));
    return new Registered(system.id(), null);
  }
}
