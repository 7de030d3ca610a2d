package energy.liveone.web.provider;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What the session remembers after the owner of an account has proven to be that, and wants to
 * connect a provider. Without it a link on another site could connect somebody else's identity.
 */
record ConnectWish(int accountId, String provider, long expiresAtEpochSecond)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "energy.liveone.connect-wish";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  static void keep(
      HttpServletRequest request, AccountProfile account, String provider, Instant now) {
    request
        .getSession(true)
        .setAttribute(
            ATTRIBUTE,
            new ConnectWish(account.id().value(), provider, now.plus(PATIENCE).getEpochSecond()));
  }

  /** Uses the wish up; whether there was one for this account and provider. */
  static boolean take(HttpServletRequest request, AccountId account, String provider, Instant now) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof ConnectWish wish)) {
      return false;
    }
    session.removeAttribute(ATTRIBUTE);
    return wish.accountId() == account.value()
        && wish.provider().equals(provider)
        && now.getEpochSecond() < wish.expiresAtEpochSecond();
  }
}
