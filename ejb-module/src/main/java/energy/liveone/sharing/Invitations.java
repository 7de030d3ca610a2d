package energy.liveone.sharing;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireWholeAccount;
import energy.liveone.access.Subject;
import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.AccountService;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditActor;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.token.TokenText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Takes invitations up. Who has the link may: it works once, and the owner sees which account it
 * was. Somebody without an account gets one with it, for the address that the link was sent to,
 * also where sign-up is closed: they were asked in by somebody who is in.
 */
@ApplicationScoped
public class Invitations {
  private final AccessService access;
  private final ShareStore shares;
  private final AccountService accounts;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  Invitations(
      AccessService access,
      ShareStore shares,
      AccountService accounts,
      AuditLog audit,
      Clock clock) {
    this.access = access;
    this.shares = shares;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected Invitations() {
    this(null, null, null, null, null);
  }

  /** The invitation, if it can be taken up; uses nothing up. */
  public Optional<Invitation> look(TokenText secret) {
    return secret.hasPrefix(TokenText.INVITATION)
        ? shares.invitation(secret.sha256(), clock.instant())
        : Optional.empty();
  }

  /** Whether the address that it was sent to has an account already. */
  public boolean hasAccount(Invitation invitation) {
    return accounts.findByEmail(invitation.email()).isPresent();
  }

  /** Shares it with the caller's account from now on; empty when the invitation is gone. */
  @RequireWholeAccount
  @Transactional
  public Optional<Subject> takeUp(TokenText secret) {
    AccountProfile viewer = access.requireAuth().account().orElseThrow();
    return look(secret).flatMap(invitation -> take(invitation, viewer));
  }

  /**
   * Makes an account for the address that the invitation was sent to, and shares it with that.
   *
   * @return empty when the invitation is gone, or the address has an account meanwhile
   * @throws IllegalArgumentException when name or password break their rules
   */
  @Transactional
  public Optional<Subject> signUp(TokenText secret, String name, String password) {
    Optional<Invitation> found = look(secret).filter(invitation -> !hasAccount(invitation));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    AccountProfile made = accounts.add(found.get().email(), name, AccountRole.USER, password);
    accounts.verify(made.id(), made.email());
    audit.recordAs(
        AuditActor.user(made.id().value(), made.email().value()),
        AuditAct.ACCOUNT_CREATED,
        AuditSubject.account(made.id().value()),
        Map.of("email", made.email().value(), "by", "invitation"));
    return take(found.get(), made);
  }

  private Optional<Subject> take(Invitation invitation, AccountProfile viewer) {
    Optional<AccountId> grantee =
        Optional.of(viewer.id()).filter(id -> !id.equals(invitation.owner()));
    if (!shares.takeUp(invitation, grantee, clock.instant())) {
      return Optional.empty();
    }
    audit.recordAs(
        AuditActor.user(viewer.id().value(), viewer.email().value()),
        AuditAct.SHARE_ACCEPTED,
        MakeShares.on(invitation.subject()),
        Map.of("invited", invitation.email().value()));
    return Optional.of(invitation.subject());
  }
}
