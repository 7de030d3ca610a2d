package energy.liveone.web.security;

import energy.liveone.access.CurrentCaller;
import energy.liveone.account.SignInOutcome;
import energy.liveone.account.SignInOutcome.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/**
 * Signs people in and out on pages. A sign-in page needs only this:
 *
 * <pre>{@code
 * SignInOutcome outcome = signIn.in(request, response, email, password);
 * return outcome.fold(
 *     signedIn -> redirect to LocalTarget.of(from).orElse("/dashboard"),
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

  /** Signs in with a password; on success the current request already acts for the account. */
  public SignInOutcome in(
      HttpServletRequest request, HttpServletResponse response, String email, String password) {
    security.authenticate(
        request,
        response,
        AuthenticationParameters.withParams()
            .credential(new UsernamePasswordCredential(email, password)));
    current.become(CallerAuthentication.callerOf(request));
    return CallerAuthentication.outcomeOf(request).orElse(new Rejected());
  }

  /** Signs out and forgets the session. */
  public void out(HttpServletRequest request) throws ServletException {
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
