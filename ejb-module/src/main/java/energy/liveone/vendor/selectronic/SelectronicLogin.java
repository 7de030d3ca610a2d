package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.CookieJar;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.VendorHttp;
import energy.liveone.vendor.VendorSessions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The form login of select.live and what its answers mean. Redirects are not followed: the redirect
 * is the answer.
 */
final class SelectronicLogin {
  private static final String REJECTION = "bad email address or password";
  private static final int OK = 200;

  private final VendorHttp http;
  private final VendorSessions sessions;
  private final URI uri;
  private final Clock clock;

  SelectronicLogin(VendorHttp http, VendorSessions sessions, URI uri, Clock clock) {
    this.http = http;
    this.sessions = sessions;
    this.uri = uri;
    this.clock = clock;
  }

  /** What came of a login. */
  sealed interface Outcome {
    default <R> R fold(Function<LoggedIn, R> in, Function<LoggedOut, R> out) {
      if (this instanceof LoggedIn i) {
        return in.apply(i);
      }
      return out.apply((LoggedOut) this);
    }
  }

  /** A session, kept for the next calls. */
  record LoggedIn(SelectronicSession session) implements Outcome {}

  /** No session. */
  record LoggedOut(Failure failure) implements Outcome {}

  /** Logs in, at most once at a time for one account. */
  CompletionStage<Outcome> logIn(SelectronicAccess access) {
    return sessions.loginOnce(
        access.sessionKey() + '#' + access.fingerprint(),
        Outcome.class,
        () ->
            http.send(form(access))
                .thenApply(
                    outcome ->
                        outcome.fold(
                            answer -> judge(access, answer),
                            none -> new LoggedOut(none.failure()))));
  }

  private HttpCall form(SelectronicAccess access) {
    return HttpCall.form(uri, Map.of("email", access.email(), "pwd", access.password()));
  }

  private Outcome judge(SelectronicAccess access, Answer answer) {
    Redaction mask = Redaction.STANDARD.alsoValues(List.of(access.password(), access.email()));
    if (answer.isRedirect()) {
      return judgeRedirect(access, answer, mask);
    }
    if (answer.status() == OK) {
      return judgePage(access, answer, mask);
    }
    return answer.status() == 401 || answer.status() == 403
        ? rejected(answer, mask)
        : new LoggedOut(HttpFailures.ofStatus(answer, mask, clock.instant()));
  }

  private Outcome judgeRedirect(SelectronicAccess access, Answer answer, Redaction mask) {
    String target = answer.header("Location").orElse("");
    boolean inside = target.contains("dashboard") || target.contains("systems");
    if (!inside || isLoginPage(target)) {
      return rejected(answer, mask);
    }
    return accept(access, answer, mask);
  }

  private Outcome judgePage(SelectronicAccess access, Answer answer, Redaction mask) {
    return SelectronicPages.contains(answer.body(), REJECTION)
        ? rejected(answer, mask)
        : accept(access, answer, mask);
  }

  private Outcome accept(SelectronicAccess access, Answer answer, Redaction mask) {
    CookieJar cookies = new CookieJar();
    cookies.accept(answer.headers("Set-Cookie"));
    if (cookies.isEmpty()) {
      return new LoggedOut(
          HttpFailures.of(
              FailureCode.BAD_RESPONSE, "The login brought no session cookie", answer, mask));
    }
    var session = new SelectronicSession(access, cookies, mask, clock.instant());
    sessions.keep(access.sessionKey(), session);
    return new LoggedIn(session);
  }

  private static Outcome rejected(Answer answer, Redaction mask) {
    return new LoggedOut(
        HttpFailures.of(
            FailureCode.AUTH_FAILED, "select.live rejected e-mail or password", answer, mask));
  }

  /** Whether a redirect leads to the login page, which may lie under a path of the base URL. */
  static boolean isLoginPage(String location) {
    int query = location.indexOf('?');
    String path = query < 0 ? location : location.substring(0, query);
    return path.equals("login") || path.endsWith("/login") || path.endsWith("/login/");
  }
}
