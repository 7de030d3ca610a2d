package energy.liveone.web.security;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * What the HTTP session remembers of a sign-in. Role and name are read anew with each request; a
 * changed password or a sign-out everywhere ends the session.
 */
record SignedInSession(int accountId, int sessionGeneration) implements Serializable {
  private static final long serialVersionUID = 2L;
  private static final Duration IDLE = Duration.ofHours(12);
  private static final String ATTRIBUTE = "energy.liveone.signed-in";

  /** Remembers an account under a new session id, so that a planted id is worth nothing. */
  static void begin(HttpServletRequest request, AccountProfile account) {
    HttpSession session = renewed(request);
    session.setMaxInactiveInterval(Math.toIntExact(IDLE.toSeconds()));
    session.setAttribute(
        ATTRIBUTE, new SignedInSession(account.id().value(), account.sessionGeneration()));
  }

  /** The session of a request under a new id; a new one where there was none. */
  static HttpSession renewed(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return request.getSession(true);
    }
    request.changeSessionId();
    return session;
  }

  /** Nobody is signed in with this session any more. */
  static void forget(HttpSession session) {
    session.removeAttribute(ATTRIBUTE);
  }

  /** The session of a request, if somebody signed in. */
  static Optional<SignedInSession> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (SignedInSession) session.getAttribute(ATTRIBUTE));
  }

  AccountId account() {
    return new AccountId(accountId);
  }

  boolean isStillGoodFor(AccountProfile account) {
    return account.sessionGeneration() == sessionGeneration;
  }
}
