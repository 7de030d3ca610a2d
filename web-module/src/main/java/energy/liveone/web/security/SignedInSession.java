package energy.liveone.web.security;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * What the HTTP session remembers of a sign-in. Role and name are read anew with each request; a
 * changed password ends the session.
 */
record SignedInSession(int accountId, int passwordMark) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "energy.liveone.signed-in";

  /** Remembers an account under a new session id, so that a planted id is worth nothing. */
  static void begin(HttpServletRequest request, AccountProfile account) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      session = request.getSession(true);
    } else {
      request.changeSessionId();
    }
    session.setAttribute(
        ATTRIBUTE, new SignedInSession(account.id().value(), account.passwordMark()));
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
    return account.passwordMark() == passwordMark;
  }
}
