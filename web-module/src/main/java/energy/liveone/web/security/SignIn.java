package energy.liveone.web.security;

import energy.liveone.access.Caller;
import energy.liveone.access.CurrentCaller;
import energy.liveone.account.AccountProfile;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.audit.CurrentActor;
import energy.liveone.signin.SignInOutcome;
import energy.liveone.signin.SignInOutcome.Rejected;
import energy.liveone.token.TokenService;
import energy.liveone.web.gate.Origins;
import energy.liveone.web.gate.SecureCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;

/**
 * Signs people in and out on pages. A sign-in page needs only this:
 *
 * <pre>{@code
 * SignInOutcome outcome = signIn.in(request, response, email, password);
 * return outcome.fold(
 *     signedIn -> redirect to LocalTarget.of(from).orElse("/dashboard"),
 *     needsCode -> ask for a code and give it to confirm,
 *     rejected -> "E-mail address or password is wrong",
 *     throttled -> "Try again in " + throttled.retryAfter().toSeconds() + " s");
 * }</pre>
 *
 * <p>Session id, session cookie and throttling are taken care of. Who is signed in afterwards says
 * {@code AccessService.caller()}.
 */
@ApplicationScoped
public class SignIn {
  @Inject private SecurityContext security;
  @Inject private CurrentCaller current;
  @Inject private CurrentActor actor;
  @Inject private AuditLog audit;
  @Inject private TokenService tokens;
  @Inject private Origins origins;
  @Inject private Clock clock;

  /** Signs in with a password; on success the current request already acts for the account. */
  public SignInOutcome in(
      HttpServletRequest request, HttpServletResponse response, String email, String password) {
    return authenticate(request, response, new UsernamePasswordCredential(email, password));
  }

  /** Completes a sign-in that waits for a code of the second factor, or a recovery code. */
  public SignInOutcome confirm(
      HttpServletRequest request, HttpServletResponse response, String code) {
    return authenticate(request, response, new CodeCredential(code));
  }

  /**
   * Signs in somebody for whom an identity provider vouched in this request; a code of the second
   * factor is asked for like after a password.
   */
  public SignInOutcome asProven(
      HttpServletRequest request, HttpServletResponse response, AccountProfile account) {
    return authenticate(request, response, new ProvenCredential(account));
  }

  /** Whether a password was right and its code is still to come. */
  public boolean isCodeWanted(HttpServletRequest request) {
    return PendingSignIn.of(request, clock.instant()).isPresent();
  }

  /** Forgets a sign-in that waits for its code. */
  public void startOver(HttpServletRequest request) {
    PendingSignIn.end(request);
  }

  private SignInOutcome authenticate(
      HttpServletRequest request, HttpServletResponse response, Credential credential) {
    security.authenticate(
        request, response, AuthenticationParameters.withParams().credential(credential));
    if (origins.of(request).isSecure()) {
      SecureCookies.mark(response);
    }
    Caller caller = CallerAuthentication.callerOf(request);
    current.become(caller);
    actor.become(Actors.of(caller, request), origins.of(request).address());
    return CallerAuthentication.outcomeOf(request).orElse(new Rejected());
  }

  /**
   * Lets the session or token of this request go on, when its owner has just ended all others.
   *
   * @param account the profile after that
   */
  public void goOn(HttpServletRequest request, AccountProfile account) {
    Optional<String> token = BearerToken.of(request);
    if (token.isPresent()) {
      tokens.carryOver(token.get(), account);
    } else {
      SignedInSession.begin(request, account);
    }
  }

  /** Signs out and forgets the session. */
  public void out(HttpServletRequest request) throws ServletException {
    current
        .get()
        .account()
        .ifPresent(
            account ->
                audit.record(AuditAct.SIGNED_OUT, AuditSubject.account(account.id().value())));
    forget(request);
  }

  /** Forgets the session of somebody who is not there any more. */
  public void forget(HttpServletRequest request) throws ServletException {
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
