package energy.liveone.identity;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.EmailTaken;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps name and address of accounts that live at a provider as they are there. An account with a
 * password of its own keeps what its owner chose here.
 */
@ApplicationScoped
public class FollowPeople {
  private final Identities identities;
  private final AccountService accounts;
  private final AuditLog audit;

  @Inject
  FollowPeople(Identities identities, AccountService accounts, AuditLog audit) {
    this.identities = identities;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected FollowPeople() {
    this(null, null, null);
  }

  /** Whether the identity opens an account. */
  @Transactional
  public boolean isKnown(Identity identity) {
    return identities.find(identity).isPresent();
  }

  /** Takes over what changed. An address that another account has is left alone. */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public void follow(ProvenPerson person) {
    identities
        .find(person.identity())
        .flatMap(linked -> accounts.find(linked.account()))
        .filter(account -> livesElsewhere(account))
        .ifPresent(account -> takeOver(account, person));
  }

  private boolean livesElsewhere(AccountProfile account) {
    return !accounts.hasPassword(account.id()) && identities.of(account.id()).size() == 1;
  }

  private void takeOver(AccountProfile before, ProvenPerson person) {
    Optional<EmailAddress> email =
        person.verifiedEmail().filter(proven -> !proven.equals(before.email()));
    if (email.isPresent()) {
      try {
        accounts.verify(before.id(), email.get());
      } catch (EmailTaken e) {
        // Stays as it is; the owner of the other account decides about it.
        email = Optional.empty();
      }
    }
    EmailAddress now = email.orElse(before.email());
    String name = person.name().isBlank() ? before.displayName() : person.displayName(now);
    if (!name.equals(before.displayName())) {
      accounts.rename(before.id(), name);
    }
    audit.recordChange(
        AuditAct.ACCOUNT_CHANGED,
        AuditSubject.account(before.id().value()),
        Map.of("email", before.email().value(), "name", before.displayName()),
        Map.of("email", now.value(), "name", name));
  }
}
