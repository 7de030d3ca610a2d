package energy.liveone.mailedlink;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.EmailTaken;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.mail.AccountNews;
import energy.liveone.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * Does what links are for. Who has a link proves to read the mails of its address, which is then
 * verified. A second factor is asked for all the same at the next sign-in.
 */
@ApplicationScoped
public class FollowLinks {
  private final LinkStore links;
  private final AccountService accounts;
  private final AccountNews news;
  private final SignUpSettings signUp;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  FollowLinks(
      LinkStore links,
      AccountService accounts,
      AccountNews news,
      SignUpSettings signUp,
      AuditLog audit,
      Clock clock) {
    this.links = links;
    this.accounts = accounts;
    this.news = news;
    this.signUp = signUp;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected FollowLinks() {
    this(null, null, null, null, null, null);
  }

  /** The address that a link was sent to, if it can be followed; uses nothing up. */
  public Optional<EmailAddress> look(LinkToken token, LinkPurpose purpose) {
    return find(token, purpose)
        .filter(link -> purpose == LinkPurpose.SIGN_UP || owner(link).isPresent())
        .map(MailedLink::email);
  }

  private Optional<MailedLink> find(LinkToken token, LinkPurpose purpose) {
    boolean isClosed = purpose == LinkPurpose.SIGN_UP && !signUp.isOpen();
    return links
        .find(token.sha256())
        .filter(link -> !isClosed && link.purpose() == purpose)
        .filter(link -> clock.instant().isBefore(link.expiresAt()));
  }

  /**
   * Makes the account that a link was asked for; never an administrator.
   *
   * @throws IllegalArgumentException when name or password break their rules
   */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public LinkOutcome signUp(LinkToken token, String name, String password) {
    Optional<MailedLink> link = find(token, LinkPurpose.SIGN_UP);
    if (link.isEmpty() || !links.use(token.sha256())) {
      return LinkOutcome.UNUSABLE;
    }
    EmailAddress email = link.get().email();
    if (accounts.findByEmail(email).isPresent()) {
      return LinkOutcome.EMAIL_TAKEN;
    }
    AccountProfile made = accounts.add(email, name, AccountRole.USER, password);
    accounts.verify(made.id(), email);
    return LinkOutcome.DONE;
  }

  /**
   * Replaces a forgotten password; all sessions are over.
   *
   * @throws IllegalArgumentException when the password breaks its rule
   */
  @Transactional
  public LinkOutcome resetPassword(LinkToken token, String password, Locale locale) {
    // A mail to an address that the account has left meanwhile proves nothing.
    Optional<AccountProfile> account =
        find(token, LinkPurpose.RESET_PASSWORD)
            .flatMap(link -> owner(link).filter(known -> known.email().equals(link.email())));
    if (account.isEmpty() || !links.use(token.sha256())) {
      return LinkOutcome.UNUSABLE;
    }
    audit.record(AuditAct.PASSWORD_RESET, AuditSubject.account(account.get().id().value()));
    accounts.changePassword(account.get().id(), password);
    accounts.verify(account.get().id(), account.get().email());
    news.tell(MailKind.PASSWORD_CHANGED, account.get().email(), locale);
    return LinkOutcome.DONE;
  }

  private Optional<AccountProfile> owner(MailedLink link) {
    return Optional.ofNullable(link.accountOrNull()).flatMap(accounts::find).filter(link::fits);
  }

  /** Gives the account the address that the link was sent to, and marks it as verified. */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public LinkOutcome verifyEmail(LinkToken token, Locale locale) {
    Optional<MailedLink> link = find(token, LinkPurpose.VERIFY_EMAIL);
    Optional<AccountProfile> before = link.flatMap(this::owner);
    if (before.isEmpty() || !links.use(token.sha256())) {
      return LinkOutcome.UNUSABLE;
    }
    EmailAddress proven = link.orElseThrow().email();
    try {
      accounts.verify(before.get().id(), proven);
    } catch (EmailTaken e) {
      return LinkOutcome.EMAIL_TAKEN;
    }
    if (!before.get().email().equals(proven)) {
      news.tellOfNewAddress(before.get().email(), proven, locale);
    }
    return LinkOutcome.DONE;
  }
}
