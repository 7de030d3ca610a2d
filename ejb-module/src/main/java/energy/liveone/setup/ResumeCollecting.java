package energy.liveone.setup;

import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.credential.CredentialVault;
import energy.liveone.gap.Pauses;
import energy.liveone.notice.JpaNotices;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.SystemStatus;
import energy.liveone.vendor.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Has a system collected again that was paused, or stopped because only its owner could help: it is
 * polled at once, its failures are forgotten, and what was told of it counts as read. The caller
 * has made sure that whoever wants it may.
 */
@ApplicationScoped
public class ResumeCollecting {
  private final SystemRepository systems;
  private final JpaCollectionRows rows;
  private final JpaNotices notices;
  private final CredentialVault vault;
  private final Pauses pauses;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public ResumeCollecting(
      SystemRepository systems,
      JpaCollectionRows rows,
      JpaNotices notices,
      CredentialVault vault,
      Pauses pauses,
      AuditLog audit,
      Clock clock) {
    this.systems = systems;
    this.rows = rows;
    this.notices = notices;
    this.vault = vault;
    this.pauses = pauses;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ResumeCollecting() {
    this(null, null, null, null, null, null, null);
  }

  /** Replaces the credentials and resumes; joins the caller's transaction. */
  @Transactional
  public void resume(SystemId id, Credentials credentials) {
    audit.record(AuditAct.CREDENTIALS_REPLACED, AuditSubject.system(id.value()));
    vault.seal(id, credentials);
    resume(id);
  }

  /** Resumes; joins the caller's transaction. */
  @Transactional
  public void resume(SystemId id) {
    Instant now = clock.instant();
    systems
        .find(id)
        .ifPresent(
            system -> {
              system.changeStatus(SystemStatus.ACTIVE, null, now);
              systems.flush();
              rows.pollSoon(id, now);
              pauses.end(id, now);
              notices.settle(id, now);
            });
  }
}
