package energy.liveone.privacy;

import energy.liveone.account.AccountProfile;
import energy.liveone.audit.AuditSubject;
import energy.liveone.audit.AuditTrail;
import energy.liveone.mail.Outbox;
import energy.liveone.setup.RemoveSystem;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Deletes an account with everything in it. In the audit log the facts stay, under a name that says
 * nothing. Time series go later, since that takes longer than people wait; nothing shows them
 * meanwhile.
 */
@Dependent
class EraseAccount {
  private final JpaErasures erasures;
  private final SystemRepository systems;
  private final RemoveSystem remove;
  private final Outbox mails;
  private final AuditTrail trail;
  private final Clock clock;

  @Inject
  EraseAccount(
      JpaErasures erasures,
      SystemRepository systems,
      RemoveSystem remove,
      Outbox mails,
      AuditTrail trail,
      Clock clock) {
    this.erasures = erasures;
    this.systems = systems;
    this.remove = remove;
    this.mails = mails;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Deletes, and remembers that. Joins the caller's transaction.
   *
   * @return how many systems went with it
   */
  @Transactional
  int erase(AccountProfile account, String pseudonym) {
    int id = account.id().value();
    List<MonitoredSystem> owned = systems.ownedBy(id);
    for (int i = 0; i < owned.size(); i++) {
      eraseSystem(owned.get(i), pseudonym + "/" + (i + 1));
    }
    remember(Erasure.ACCOUNT, id, pseudonym);
    mails.forget(account.email());
    trail.forgetAccount(id, account.email().value(), pseudonym);
    systems.flush();
    erasures.deleteAccount(id, account.email().value());
    return owned.size();
  }

  /** The same for a system alone. */
  @Transactional
  void eraseSystem(MonitoredSystem system, String pseudonym) {
    int id = system.id().value();
    remember(Erasure.SYSTEM, id, pseudonym);
    erasures.forgetMember(id);
    remove.remove(system);
    trail.forgetSubject(AuditSubject.system(id), pseudonym);
  }

  private void remember(String type, int id, String pseudonym) {
    erasures
        .createdMillis(type, id)
        .ifPresent(
            created ->
                erasures.remember(new Erasure(type, id, created, clock.millis(), pseudonym)));
  }
}
