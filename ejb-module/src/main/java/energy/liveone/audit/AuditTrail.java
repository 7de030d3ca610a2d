package energy.liveone.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Reads entries, and takes people out of them. Who may read what is checked by the callers through
 * {@code access}.
 */
@Dependent
public class AuditTrail {
  private final AuditStore store;

  @Inject
  AuditTrail(AuditStore store) {
    this.store = store;
  }

  /** Entries that fit, newest first. */
  public List<AuditEntry> find(AuditQuery wanted) {
    return store.find(wanted);
  }

  /**
   * Takes somebody out who deleted the account. What happened stays, under a name that says nothing
   * but that it was the same person; facts of acts on the account, and facts that name its address,
   * are forgotten. Joins the caller's transaction.
   */
  public void forgetAccount(int account, String email, String pseudonym) {
    store.forgetFactsWith(email);
    store.renameActor(account, pseudonym);
    store.renameSubject(AuditSubject.account(account), pseudonym);
  }

  /** The same for something else that is deleted with an account. */
  public void forgetSubject(AuditSubject subject, String pseudonym) {
    store.renameSubject(subject, pseudonym);
  }
}
