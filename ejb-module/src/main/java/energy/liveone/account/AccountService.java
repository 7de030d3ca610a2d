package energy.liveone.account;

import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Accounts and their passwords. Who may call what is checked by the callers through {@code access};
 * how often somebody may try a password is decided in {@code signin}.
 */
@ApplicationScoped
public class AccountService {
  /** Checked in place of a missing hash, so that unknown addresses take as long as known ones. */
  private static final String DECOY = PasswordHashing.hash("decoy");

  private final AccountRepository accounts;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public AccountService(AccountRepository accounts, AuditLog audit, Clock clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected AccountService() {
    this(null, null, null);
  }

  /**
   * Whose password this is. Slow on purpose, and as slow when nobody has the address or the account
   * is disabled; holds no transaction meanwhile. Callers bound how often and how many at once: use
   * {@code signin}.
   */
  public Optional<AccountProfile> check(String email, String password) {
    Optional<Account> account =
        EmailAddress.isValid(email)
            ? accounts.findByEmail(new EmailAddress(email))
            : Optional.empty();
    Optional<String> hash = account.flatMap(Account::passwordHash);
    boolean fits =
        password.length() <= PasswordRule.MAX_LENGTH
            && PasswordHashing.verify(password, hash.orElse(DECOY));
    return fits && hash.isPresent()
        ? account.map(Account::profile).filter(profile -> !profile.disabled())
        : Optional.empty();
  }

  /**
   * Hashes a password anew when its hash is of a time when hashing was cheaper. For a password that
   * was just found right.
   */
  @Transactional
  public void strengthen(AccountId id, String password) {
    accounts
        .find(id)
        .filter(account -> account.passwordHash().filter(PasswordHashing::isOutdated).isPresent())
        .ifPresent(account -> account.strengthen(PasswordHashing.hash(password)));
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
    return added(accounts.add(account).profile());
  }

  /**
   * Creates an account that signs in elsewhere and has no password; whoever vouches for its owner
   * has verified the address.
   *
   * @throws EmailTaken when the address is in use
   */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public AccountProfile addWithoutPassword(EmailAddress verified, String displayName) {
    if (accounts.findByEmail(verified).isPresent()) {
      throw new EmailTaken();
    }
    Account account = new Account(verified, displayName, AccountRole.USER, null, clock.instant());
    account.verify(verified, clock.instant());
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
    Account admin = new Account(email, "Administrator", AccountRole.ADMIN, hash, clock.instant());
    added(accounts.add(admin).profile());
    return true;
  }

  private AccountProfile added(AccountProfile account) {
    audit.record(
        AuditAct.ACCOUNT_CREATED,
        subject(account.id()),
        Map.of(),
        Map.of("email", account.email().value(), "role", account.role().name()));
    return account;
  }

  private static AuditSubject subject(AccountId id) {
    return AuditSubject.account(id.value());
  }

  /**
   * Replaces a password; every session and sign-in token of the account is over.
   *
   * @return the profile after that; empty when there is no such account
   * @throws IllegalArgumentException when the password breaks its rule
   */
  @Transactional
  public Optional<AccountProfile> changePassword(AccountId id, String newPassword) {
    requireAcceptable(newPassword);
    String hash = PasswordHashing.hash(newPassword);
    return change(
        id,
        account -> {
          account.changePassword(hash, clock.instant());
          audit.record(AuditAct.PASSWORD_CHANGED, subject(id));
        });
  }

  /** Ends every session and sign-in token of the account; the profile after that. */
  @Transactional
  public Optional<AccountProfile> endSessions(AccountId id) {
    return change(
        id,
        account -> {
          account.endSessions(clock.instant());
          audit.record(AuditAct.SIGNED_OUT_EVERYWHERE, subject(id));
        });
  }

  /**
   * Lets nobody sign in with the account, and ends every session; its share links and invitations
   * open nothing meanwhile, and its systems are polled as before.
   *
   * @return the profile after that; empty when there is no such account
   */
  @Transactional
  public Optional<AccountProfile> disable(AccountId id) {
    return change(
        id,
        account -> {
          recordLetIn(account, false);
          account.disable(clock.instant());
        });
  }

  /** Lets the owner sign in again. */
  @Transactional
  public Optional<AccountProfile> enable(AccountId id) {
    return change(
        id,
        account -> {
          recordLetIn(account, true);
          account.enable(clock.instant());
        });
  }

  private void recordLetIn(Account account, boolean after) {
    boolean before = !account.profile().disabled();
    audit.recordChange(
        AuditAct.ACCOUNT_CHANGED,
        subject(account.profile().id()),
        Map.of("enabled", before),
        Map.of("enabled", after));
  }

  /** Whether the account can sign in with a password. */
  public boolean hasPassword(AccountId id) {
    return accounts.find(id).flatMap(Account::passwordHash).isPresent();
  }

  /**
   * Changes the name that others see.
   *
   * @throws IllegalArgumentException when it has not 1 to 100 characters
   */
  @Transactional
  public Optional<AccountProfile> rename(AccountId id, String name) {
    return change(
        id,
        account -> {
          String before = account.profile().displayName();
          account.rename(name, clock.instant());
          audit.recordChange(
              AuditAct.ACCOUNT_CHANGED,
              subject(id),
              Map.of("displayName", before),
              Map.of("displayName", account.profile().displayName()));
        });
  }

  /**
   * Gives the account an address whose owner has answered a mail; it may be the one it has.
   *
   * @throws EmailTaken when another account has it
   */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public Optional<AccountProfile> verify(AccountId id, EmailAddress proven) {
    boolean isTaken =
        accounts.findByEmail(proven).filter(other -> !other.profile().id().equals(id)).isPresent();
    if (isTaken) {
      throw new EmailTaken();
    }
    return change(
        id,
        account -> {
          String before = account.profile().email().value();
          account.verify(proven, clock.instant());
          audit.record(
              AuditAct.EMAIL_VERIFIED,
              subject(id),
              Map.of("email", before),
              Map.of("email", proven.value()));
        });
  }

  /** The account that signs in with this address. */
  public Optional<AccountProfile> findByEmail(EmailAddress email) {
    return accounts.findByEmail(email).map(Account::profile);
  }

  private Optional<AccountProfile> change(AccountId id, Consumer<Account> change) {
    Optional<Account> account = accounts.find(id);
    account.ifPresent(change);
    return account.map(Account::profile);
  }

  private static void requireAcceptable(String password) {
    if (!PasswordRule.accepts(password)) {
      throw new IllegalArgumentException(
          "A password has %d to %d characters"
              .formatted(PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH));
    }
  }
}
