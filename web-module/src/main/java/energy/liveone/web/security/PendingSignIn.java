package energy.liveone.web.security;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the HTTP session remembers between password and code: it signs nobody in, and is over after
 * some minutes or when the password changes.
 */
record PendingSignIn(int accountId, int sessionGeneration, long expiresAtEpochSecond)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "energy.liveone.pending-sign-in";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Remembers whose password was right, under a new session id. */
  static void begin(HttpServletRequest request, AccountProfile account, Instant now) {
    HttpSession session = SignedInSession.renewed(request);
    SignedInSession.forget(session);
    session.setAttribute(
        ATTRIBUTE,
        new PendingSignIn(
            account.id().value(),
            account.sessionGeneration(),
            now.plus(PATIENCE).getEpochSecond()));
  }

  /** The sign-in that waits for its code, if there is one and it is not too late. */
  static Optional<PendingSignIn> of(HttpServletRequest request, Instant now) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (PendingSignIn) session.getAttribute(ATTRIBUTE))
        .filter(pending -> now.getEpochSecond() < pending.expiresAtEpochSecond());
  }

  /** Forgets it. */
  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }

  AccountId account() {
    return new AccountId(accountId);
  }

  boolean isStillGoodFor(AccountProfile account) {
    return account.sessionGeneration() == sessionGeneration;
  }
}
