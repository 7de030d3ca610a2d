package energy.liveone.identity;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.mail.AccountNews;
import energy.liveone.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The identities of an account, for its owner. */
@ApplicationScoped
public class OwnIdentities {
  private final Identities identities;
  private final AccountService accounts;
  private final AccountNews news;
  private final AuditLog audit;

  @Inject
  OwnIdentities(Identities identities, AccountService accounts, AccountNews news, AuditLog audit) {
    this.identities = identities;
    this.accounts = accounts;
    this.news = news;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected OwnIdentities() {
    this(null, null, null, null);
  }

  /** What came of unlinking. */
  public enum Unlinking {
    /** The identity opens the account no more. */
    DONE,
    /** The account has no such identity. */
    UNKNOWN,
    /** Without it nobody could sign in. */
    LAST_WAY_IN
  }

  /** What opens the account besides a password, oldest first. */
  @Transactional
  public List<LinkedIdentity> of(AccountProfile account) {
    return identities.of(account.id());
  }

  /** Takes an identity away, unless it is the last way in. */
  @Transactional
  public Unlinking unlink(AccountProfile account, int link, Locale locale) {
    List<LinkedIdentity> all = identities.of(account.id());
    Optional<LinkedIdentity> gone = all.stream().filter(one -> one.id() == link).findFirst();
    if (gone.isEmpty()) {
      return Unlinking.UNKNOWN;
    }
    if (all.size() == 1 && !accounts.hasPassword(account.id())) {
      return Unlinking.LAST_WAY_IN;
    }
    identities.remove(link);
    news.tell(MailKind.IDENTITY_UNLINKED, account.email(), locale);
    audit.record(
        AuditAct.IDENTITY_UNLINKED,
        AuditSubject.account(account.id().value()),
        Map.of(
            "issuer", gone.get().identity().issuer(), "subject", gone.get().identity().subject()),
        Map.of());
    return Unlinking.DONE;
  }
}
