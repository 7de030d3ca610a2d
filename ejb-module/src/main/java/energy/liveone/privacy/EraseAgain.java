package energy.liveone.privacy;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountService;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Deletes what was deleted before and is there again; each in a transaction of its own. */
@ApplicationScoped
class EraseAgain {
  private final JpaErasures erasures;
  private final AccountService accounts;
  private final SystemRepository systems;
  private final EraseAccount erase;
  private final AuditLog audit;

  @Inject
  EraseAgain(
      JpaErasures erasures,
      AccountService accounts,
      SystemRepository systems,
      EraseAccount erase,
      AuditLog audit) {
    this.erasures = erasures;
    this.accounts = accounts;
    this.systems = systems;
    this.erase = erase;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected EraseAgain() {
    this(null, null, null, null, null);
  }

  /** Whether it was there. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean erase(Erasure erasure) {
    erasures.remember(erasure);
    boolean isBack =
        erasures
            .createdMillis(erasure.type(), erasure.id())
            .filter(created -> created == erasure.createdMillis())
            .isPresent();
    if (!isBack) {
      return false;
    }
    if (erasure.type().equals(Erasure.ACCOUNT)) {
      accounts
          .find(new AccountId(erasure.id()))
          .ifPresent(account -> erase.erase(account, erasure.pseudonym()));
    } else {
      systems
          .find(new SystemId(erasure.id()))
          .ifPresent(system -> erase.eraseSystem(system, erasure.pseudonym()));
    }
    audit.record(AuditAct.DELETED_AGAIN, AuditSubject.of(erasure.type(), erasure.pseudonym()));
    return true;
  }
}
