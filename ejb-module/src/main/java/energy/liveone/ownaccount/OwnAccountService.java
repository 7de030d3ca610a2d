package energy.liveone.ownaccount;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.mail.AccountNews;
import energy.liveone.mail.MailKind;
import energy.liveone.secondfactor.SecondFactorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes to the caller's own account. */
@ApplicationScoped
public class OwnAccountService {
  private final AccountService accounts;
  private final SecondFactorService secondFactors;
  private final AccountNews news;

  @Inject
  public OwnAccountService(
      AccountService accounts, SecondFactorService secondFactors, AccountNews news) {
    this.accounts = accounts;
    this.secondFactors = secondFactors;
    this.news = news;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected OwnAccountService() {
    this(null, null, null);
  }

  /**
   * Replaces the password and ends all sessions and sign-in tokens; links in mails are void.
   *
   * @return the profile after that, for the session that goes on
   * @throws IllegalArgumentException when the password breaks its rule
   */
  @Transactional
  public Optional<AccountProfile> changePassword(
      AccountProfile account, String newPassword, Locale locale) {
    Optional<AccountProfile> changed = accounts.changePassword(account.id(), newPassword);
    changed.ifPresent(known -> news.tell(MailKind.PASSWORD_CHANGED, known.email(), locale));
    return changed;
  }

  /**
   * Takes the first code of a device; from now on signing in asks for codes.
   *
   * @return recovery codes, told this once; empty when the code is wrong or none was begun
   */
  @Transactional
  public Optional<List<String>> confirmSecondFactor(
      AccountProfile account, String code, Locale locale) {
    Optional<List<String>> codes = secondFactors.confirm(account.id(), code);
    if (codes.isPresent()) {
      news.tell(MailKind.SECOND_FACTOR_ON, account.email(), locale);
    }
    return codes;
  }

  /** No more codes are asked for; whether they were. */
  @Transactional
  public boolean removeSecondFactor(AccountProfile account, Locale locale) {
    boolean wasThere = secondFactors.remove(account.id());
    if (wasThere) {
      news.tell(MailKind.SECOND_FACTOR_OFF, account.email(), locale);
    }
    return wasThere;
  }
}
