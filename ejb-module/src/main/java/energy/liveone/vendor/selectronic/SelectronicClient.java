package energy.liveone.vendor.selectronic;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.VendorHttp;
import energy.liveone.vendor.VendorSessions;
import energy.liveone.vendor.VendorSettings;
import energy.liveone.vendor.selectronic.SelectronicLogin.LoggedIn;
import energy.liveone.vendor.selectronic.SelectronicReply.Page;
import energy.liveone.vendor.selectronic.SelectronicReply.Refused;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * HTTP and login of select.live. A session is kept between calls; when the vendor no longer knows
 * it, there is one new login and one repetition, never more.
 */
@Dependent
class SelectronicClient {
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final VendorHttp http;
  private final VendorSessions sessions;
  private final Clock clock;
  private final String base;
  private final SelectronicLogin login;

  @Inject
  SelectronicClient(
      VendorHttp http, VendorSessions sessions, VendorSettings settings, Clock clock) {
    this.http = http;
    this.sessions = sessions;
    this.clock = clock;
    this.base =
        settings.baseUrl(SelectronicAdapter.TYPE, SelectronicAdapter.USUAL_BASE_URL).toString();
    this.login = new SelectronicLogin(http, sessions, URI.create(base + "/login"), clock);
  }

  /** The live data of a system. */
  CompletionStage<SelectronicReply> liveData(SelectronicAccess access, String systemNumber) {
    return get(access, "/dashboard/hfdata/" + systemNumber, "application/json");
  }

  /** The page that lists the account's systems. */
  CompletionStage<SelectronicReply> dashboard(SelectronicAccess access) {
    return get(access, "/dashboard", "text/html");
  }

  /** The page that describes a system. */
  CompletionStage<SelectronicReply> details(SelectronicAccess access, String systemNumber) {
    return get(access, "/dashboard/" + systemNumber, "text/html");
  }

  /** Forgets the session of an access that was only tried. */
  void forget(SelectronicAccess access) {
    sessions.forget(access.sessionKey());
  }

  private CompletionStage<SelectronicReply> get(
      SelectronicAccess access, String path, String accept) {
    HttpCall call = HttpCall.get(URI.create(base + path)).with("Accept", accept);
    return get(access, call, true);
  }

  private CompletionStage<SelectronicReply> get(
      SelectronicAccess access, HttpCall call, boolean mayRepeat) {
    return session(access)
        .thenCompose(
            outcome ->
                outcome.fold(
                    in -> get(access, in.session(), call, mayRepeat),
                    out -> completedStage(new Refused(out.failure()))));
  }

  private CompletionStage<SelectronicLogin.Outcome> session(SelectronicAccess access) {
    Optional<SelectronicSession> kept =
        sessions
            .find(access.sessionKey(), SelectronicSession.class)
            .filter(session -> session.serves(access, clock.instant()));
    return kept.isPresent() ? completedStage(new LoggedIn(kept.get())) : login.logIn(access);
  }

  private CompletionStage<SelectronicReply> get(
      SelectronicAccess access, SelectronicSession session, HttpCall call, boolean mayRepeat) {
    return http.send(call.with("Cookie", session.cookieHeader()))
        .thenCompose(
            (HttpOutcome outcome) ->
                outcome.fold(
                    answer -> {
                      if (!isLoginDemand(answer)) {
                        return completedStage(judge(session, answer));
                      }
                      sessions.forget(access.sessionKey(), session);
                      return mayRepeat
                          ? get(access, call, false)
                          : completedStage(new Refused(stillLoggedOut(session, answer)));
                    },
                    none -> completedStage(new Refused(none.failure()))));
  }

  private static Failure stillLoggedOut(SelectronicSession session, Answer answer) {
    return HttpFailures.of(
        FailureCode.AUTH_FAILED,
        "select.live asks for a login again right after one",
        answer,
        session.redaction());
  }

  private SelectronicReply judge(SelectronicSession session, Answer answer) {
    if (answer.status() == OK) {
      session.used(clock.instant(), answer.headers("Set-Cookie"));
      return new Page(answer, session.redaction());
    }
    if (answer.status() == NOT_FOUND) {
      return new Refused(
          HttpFailures.of(
              FailureCode.NOT_FOUND,
              "This system number is not on the select.live account",
              answer,
              session.redaction()));
    }
    return new Refused(HttpFailures.ofStatus(answer, session.redaction(), clock.instant()));
  }

  /** Whether the vendor wants a login: by status, by redirect, or by its form in place of data. */
  private static boolean isLoginDemand(Answer answer) {
    if (answer.status() == UNAUTHORIZED) {
      return true;
    }
    if (answer.isRedirect()) {
      return answer.header("Location").filter(SelectronicLogin::isLoginPage).isPresent();
    }
    return answer.status() == OK && SelectronicPages.isLoginForm(answer.body());
  }
}
