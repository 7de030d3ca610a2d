package energy.liveone.signin;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditActor;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.secondfactor.RecoveryCode;
import energy.liveone.secondfactor.SecondFactorService;
import energy.liveone.signin.SignInOutcome.NeedsCode;
import energy.liveone.signin.SignInOutcome.Rejected;
import energy.liveone.signin.SignInOutcome.SignedIn;
import energy.liveone.signin.SignInOutcome.Throttled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Checks who somebody is. Open to everybody, hence throttled: an attempt is refused before anything
 * expensive is done. A fault of the platform, such as a lost database, is thrown and never means
 * yes.
 */
@ApplicationScoped
public class SignInService {
  private static final Duration BUSY_RETRY = Duration.ofSeconds(2);

  private final AccountService accounts;
  private final SecondFactorService secondFactors;
  private final SignInThrottle throttle;
  private final HashingPlaces places;
  private final AuditLog audit;

  @Inject
  public SignInService(
      AccountService accounts,
      SecondFactorService secondFactors,
      SignInThrottle throttle,
      HashingPlaces places,
      AuditLog audit) {
    this.accounts = accounts;
    this.secondFactors = secondFactors;
    this.throttle = throttle;
    this.places = places;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SignInService() {
    this(null, null, null, null, null);
  }

  /**
   * The first step: the password. Takes as long for unknown addresses, and the second factor is
   * spoken of to those only who know the password.
   *
   * @param email as typed
   * @param address the network address of the caller, for throttling
   */
  public SignInOutcome signIn(String email, String password, String address) {
    SignInOutcome outcome = checkPassword(email, password, address);
    if (!(outcome instanceof SignedIn in)) {
      return outcome;
    }
    if (secondFactors.isActive(in.account().id())) {
      return new NeedsCode(in.account());
    }
    return succeeded(in, address);
  }

  /**
   * The first step where an identity provider has vouched for the owner of an account.
   *
   * @param address the network address of the caller, which is known from now on
   */
  public SignInOutcome signInElsewhere(AccountProfile account, String address) {
    if (secondFactors.isActive(account.id())) {
      return new NeedsCode(account);
    }
    return succeeded(new SignedIn(account), address);
  }

  /**
   * The second step, for an account whose password was right moments ago.
   *
   * @param code of the device, or a recovery code
   */
  public SignInOutcome secondStep(AccountProfile account, String code, String address) {
    SignInOutcome outcome = checkCode(account, code, address);
    return outcome instanceof SignedIn in ? succeeded(in, address) : outcome;
  }

  /** What cannot be written down does not happen. */
  private SignInOutcome succeeded(SignedIn in, String address) {
    int id = in.account().id().value();
    String email = in.account().email().value();
    audit.recordAs(
        AuditActor.user(id, email), AuditAct.SIGNED_IN, AuditSubject.account(id), Map.of());
    throttle.succeeded(email, address);
    return in;
  }

  /**
   * Has somebody who is signed in prove once more to be the owner, before the account changes.
   *
   * @param code looked at only where the account has a second factor; may be empty
   */
  public SignInOutcome prove(AccountProfile account, String password, String code, String address) {
    SignInOutcome outcome = provePassword(account, password, address);
    if (!(outcome instanceof SignedIn) || !secondFactors.isActive(account.id())) {
      return outcome;
    }
    return code.isBlank() ? new NeedsCode(account) : checkCode(account, code, address);
  }

  /** The same without the second factor, for what does not weaken it. */
  public SignInOutcome provePassword(AccountProfile account, String password, String address) {
    return checkPassword(account.email().value(), password, address);
  }

  private SignInOutcome checkPassword(String email, String password, String address) {
    String name = EmailAddress.isValid(email) ? new EmailAddress(email).value() : "";
    Duration wait = throttle.waitFor(name, address);
    if (!wait.isZero()) {
      return throttled(wait, address);
    }
    return places
        .use(throttle.isKnown(name, address), () -> checkNow(name, password, address))
        .orElseGet(() -> throttled(BUSY_RETRY, address));
  }

  private SignInOutcome checkNow(String name, String password, String address) {
    // Others may have failed while this attempt waited for its place.
    Duration wait = throttle.waitFor(name, address);
    if (!wait.isZero()) {
      return throttled(wait, address);
    }
    Optional<AccountProfile> account = accounts.check(name, password);
    if (account.isEmpty()) {
      throttle.failed(name, address);
      audit.recordFrequent(AuditAct.SIGN_IN_FAILED, subject(name), address);
      return new Rejected();
    }
    accounts.strengthen(account.get().id(), password);
    return new SignedIn(account.get());
  }

  /** What was typed in place of an address is not kept: it may be a password. */
  private AuditSubject subject(String name) {
    return Optional.of(name)
        .filter(EmailAddress::isValid)
        .flatMap(email -> accounts.findByEmail(new EmailAddress(email)))
        .map(account -> AuditSubject.account(account.id().value()))
        .orElse(AuditSubject.NO_ACCOUNT);
  }

  private Throttled throttled(Duration wait, String address) {
    audit.recordFrequent(AuditAct.SIGN_IN_THROTTLED, AuditSubject.NO_ACCOUNT, address);
    return new Throttled(wait);
  }

  private SignInOutcome checkCode(AccountProfile account, String code, String address) {
    Optional<RecoveryCode> recovery = RecoveryCode.parse(code);
    if (recovery.isPresent()) {
      // Beyond guessing, hence never throttled: it opens while somebody else tries codes.
      return secondFactors.use(account.id(), recovery.get())
          ? new SignedIn(account)
          : wrongCode(account, address);
    }
    String name = account.email().value();
    Duration wait = throttle.waitForCode(name);
    if (!wait.isZero()) {
      return throttled(wait, address);
    }
    if (!secondFactors.accept(account.id(), code)) {
      throttle.codeFailed(name);
      return wrongCode(account, address);
    }
    throttle.codeSucceeded(name);
    return new SignedIn(account);
  }

  private Rejected wrongCode(AccountProfile account, String address) {
    audit.recordFrequent(
        AuditAct.SIGN_IN_FAILED, AuditSubject.account(account.id().value()), address);
    return new Rejected();
  }
}
