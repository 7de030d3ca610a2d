package energy.liveone.web.security;

import energy.liveone.access.Caller;
import energy.liveone.access.CallerRole;
import energy.liveone.account.AccountProfile;
import energy.liveone.audit.AuditActor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Callers as the audit log calls them. */
final class Actors {
  private static final String TOKEN_NAME = "energy.liveone.token-name";

  private Actors() {}

  /** Remembers what its owner calls the token of a request. */
  static void actsByToken(HttpServletRequest request, String name) {
    request.setAttribute(TOKEN_NAME, name);
  }

  /** Who acts in a request of this caller. */
  static AuditActor of(Caller caller, HttpServletRequest request) {
    if (caller.role() == CallerRole.CRON) {
      return AuditActor.CRON;
    }
    Optional<AccountProfile> account = caller.account();
    if (account.isEmpty()) {
      return caller
          .linked()
          .map(linked -> AuditActor.share(linked.toString()))
          .orElse(AuditActor.ANONYMOUS);
    }
    int id = account.get().id().value();
    String email = account.get().email().value();
    return BearerToken.of(request).isPresent()
        ? AuditActor.token(id, email, (String) request.getAttribute(TOKEN_NAME))
        : AuditActor.user(id, email);
  }
}
