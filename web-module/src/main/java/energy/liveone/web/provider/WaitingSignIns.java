package energy.liveone.web.provider;

import energy.liveone.account.AccountId;
import energy.liveone.oidc.OidcAttempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins that a browser began, in its session; some at a time, as people press buttons in
 * several tabs. Each is taken out when its answer comes, so none is answered twice. A session made
 * for a stranger ends soon.
 */
record WaitingSignIns(List<Waiting> all) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "energy.liveone.waiting-sign-ins";
  private static final int MOST = 5;
  private static final Duration STRANGERS_SESSION = Duration.ofMinutes(15);

  /**
   * One of them.
   *
   * @param from a path of this server to go on to, as it came; may be empty
   * @param connectToOrNull the account that the identity is to be connected with; null for signing
   *     in
   */
  record Waiting(OidcAttempt attempt, String from, @Nullable Integer connectToOrNull)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    Optional<AccountId> connectTo() {
      return Optional.ofNullable(connectToOrNull).map(AccountId::new);
    }
  }

  WaitingSignIns {
    // Not List.copyOf: the session may be written to a file.
    all = new ArrayList<>(all);
  }

  /** Keeps one more; the oldest is forgotten. */
  static void add(HttpServletRequest request, Waiting waiting) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      session = request.getSession(true);
      session.setMaxInactiveInterval(Math.toIntExact(STRANGERS_SESSION.toSeconds()));
    }
    List<Waiting> more = new ArrayList<>(of(session));
    more.add(waiting);
    int first = Math.max(0, more.size() - MOST);
    session.setAttribute(ATTRIBUTE, new WaitingSignIns(more.subList(first, more.size())));
  }

  /** Takes out the one with this state, if this browser began it. */
  static Optional<Waiting> take(HttpServletRequest request, String state) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    List<Waiting> left = new ArrayList<>(of(session));
    Optional<Waiting> found =
        left.stream().filter(one -> one.attempt().hasState(state)).findFirst();
    found.ifPresent(
        one -> {
          left.remove(one);
          session.setAttribute(ATTRIBUTE, new WaitingSignIns(left));
        });
    return found;
  }

  private static List<Waiting> of(HttpSession session) {
    return session.getAttribute(ATTRIBUTE) instanceof WaitingSignIns kept ? kept.all() : List.of();
  }
}
