package energy.liveone.identity;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/**
 * Acts when a provider says that somebody is there no more. The identity opens nothing from now on,
 * and every session is over. An account that its owner can still open in another way stays as it
 * is; any other is disabled. Nothing that its systems recorded is deleted, as years of readings
 * cannot be had again: an administrator may enable the account once its owner has asked for that.
 * Administrators are not disabled, lest a message from outside locks an installation.
 */
@ApplicationScoped
public class DepartPeople {
  private final Identities identities;
  private final AccountService accounts;
  private final AuditLog audit;

  @Inject
  DepartPeople(Identities identities, AccountService accounts, AuditLog audit) {
    this.identities = identities;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected DepartPeople() {
    this(null, null, null);
  }

  /** Somebody is gone; false when nobody here was known by this identity. */
  @Transactional
  public boolean depart(Identity identity) {
    Optional<LinkedIdentity> linked = identities.find(identity);
    linked.ifPresent(this::depart);
    return linked.isPresent();
  }

  private void depart(LinkedIdentity linked) {
    AccountId id = linked.account();
    identities.remove(linked.id());
    audit.record(
        AuditAct.IDENTITY_UNLINKED,
        AuditSubject.account(id.value()),
        Map.of("issuer", linked.identity().issuer(), "subject", linked.identity().subject()),
        Map.of());
    accounts.endSessions(id).filter(account -> !isOpenOtherwise(account)).ifPresent(this::close);
  }

  private boolean isOpenOtherwise(AccountProfile account) {
    return account.isAdmin()
        || accounts.hasPassword(account.id())
        || !identities.of(account.id()).isEmpty();
  }

  private void close(AccountProfile account) {
    accounts.disable(account.id());
    audit.record(
        AuditAct.ACCOUNT_CHANGED,
        AuditSubject.account(account.id().value()),
        Map.of("disabled", false),
        Map.of("disabled", true));
  }
}
