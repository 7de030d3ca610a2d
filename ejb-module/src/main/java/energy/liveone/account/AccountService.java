package energy.liveone.account;

import energy.liveone.account.SignInOutcome.Rejected;
import energy.liveone.account.SignInOutcome.SignedIn;
import energy.liveone.account.SignInOutcome.Throttled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Accounts and their passwords. Who may call what is checked by the callers through {@code access};
 * sign-in itself is open to everybody and throttled here.
 */
@ApplicationScoped
public class AccountService {
  /**
   * Hashing is expensive on purpose. A flood of attempts may use this many processors and no more;
   * attempts beyond are told to come again.
   */
  private static final int CONCURRENT_HASHES = 1;

  private static final int MAX_WAITING = 20;
  private static final Duration BUSY_RETRY = Duration.ofSeconds(2);

  /** Checked in place of a missing hash, so that unknown addresses take as long as known ones. */
  private static final String DECOY = PasswordHashing.hash("decoy");

  private final AccountRepository accounts;
  private final SignInThrottle throttle;
  private final Clock clock;
  private final Semaphore hashing = new Semaphore(CONCURRENT_HASHES, true);

  @Inject
  public AccountService(AccountRepository accounts, SignInThrottle throttle, Clock clock) {
    this.accounts = accounts;
    this.throttle = throttle;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected AccountService() {
    this(null, null, null);
  }

  /**
   * Checks a password, slowly on purpose. Holds no transaction meanwhile.
   *
   * @param email as typed
   * @param address the network address of the caller, for throttling
   */
  public SignInOutcome signIn(String email, String password, String address) {
    String key = EmailAddress.isValid(email) ? new EmailAddress(email).value() : "";
    Duration wait = throttle.waitFor(key, address);
    if (!wait.isZero()) {
      return new Throttled(wait);
    }
    if (hashing.getQueueLength() > MAX_WAITING) {
      return new Throttled(BUSY_RETRY);
    }
    hashing.acquireUninterruptibly();
    try {
      return check(key, password, address);
    } finally {
      hashing.release();
    }
  }

  private SignInOutcome check(String email, String password, String address) {
    Optional<Account> account =
        email.isEmpty() ? Optional.empty() : accounts.findByEmail(new EmailAddress(email));
    Optional<String> hash = account.flatMap(Account::passwordHash);
    boolean fits =
        password.length() <= PasswordRule.MAX_LENGTH
            && PasswordHashing.verify(password, hash.orElse(DECOY));
    if (!fits || hash.isEmpty()) {
      throttle.failed(email, address);
      return new Rejected();
    }
    throttle.succeeded(email, address);
    return new SignedIn(account.orElseThrow().profile());
  }

  /** The account of this id, if it still exists. */
  public Optional<AccountProfile> find(AccountId id) {
    return accounts.find(id).map(Account::profile);
  }

  /** All accounts, by e-mail address. */
  public List<AccountProfile> all() {
    return accounts.all().stream().map(Account::profile).toList();
  }

  /**
   * Creates an account.
   *
   * @throws EmailTaken when the address is in use
   * @throws IllegalArgumentException when name or password break their rules
   */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public AccountProfile add(
      EmailAddress email, String displayName, AccountRole role, String password) {
    requireAcceptable(password);
    if (accounts.findByEmail(email).isPresent()) {
      throw new EmailTaken();
    }
    Account account =
        new Account(email, displayName, role, PasswordHashing.hash(password), clock.instant());
    return accounts.add(account).profile();
  }

  /**
   * Creates an administrator unless the address is in use. Takes the password as it is: who
   * configures the server decides.
   *
   * @return whether an account was created
   */
  @Transactional
  public boolean ensureAdmin(EmailAddress email, String password) {
    if (accounts.findByEmail(email).isPresent()) {
      return false;
    }
    String hash = PasswordHashing.hash(password);
    accounts.add(new Account(email, "Administrator", AccountRole.ADMIN, hash, clock.instant()));
    return true;
  }

  /**
   * Replaces a password; every session of the account is over.
   *
   * @return whether the account exists
   * @throws IllegalArgumentException when the password breaks its rule
   */
  @Transactional
  public boolean changePassword(AccountId id, String newPassword) {
    requireAcceptable(newPassword);
    Optional<Account> account = accounts.find(id);
    account.ifPresent(a -> a.changePassword(PasswordHashing.hash(newPassword), clock.instant()));
    return account.isPresent();
  }

  private static void requireAcceptable(String password) {
    if (!PasswordRule.accepts(password)) {
      throw new IllegalArgumentException(
          "A password has %d to %d characters"
              .formatted(PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH));
    }
  }
}
