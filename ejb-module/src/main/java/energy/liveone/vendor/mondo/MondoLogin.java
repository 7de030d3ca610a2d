package energy.liveone.vendor.mondo;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.vendor.CookieJar;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.VendorHttp;
import energy.liveone.vendor.VendorSessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The login: page, form, authorization code, token; later the refresh token, as long as it is
 * taken. Cookies, verifier and state are those of one login and go with it. Pages of the login are
 * not kept for sessions, as they are full of tokens.
 */
final class MondoLogin {
  /** Assumed when the vendor does not say how long its token lives. */
  private static final long SHORT_LIFE_SECONDS = 300;

  private static final long LONG_LIFE_SECONDS = 86_400;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final VendorHttp http;
  private final VendorSessions sessions;
  private final MondoPortal portal;
  private final Clock clock;

  MondoLogin(VendorHttp http, VendorSessions sessions, MondoPortal portal, Clock clock) {
    this.http = http;
    this.sessions = sessions;
    this.portal = portal;
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
  record LoggedIn(MondoSession session) implements Outcome {}

  /** No session. */
  record LoggedOut(Failure failure) implements Outcome {}

  /**
   * A session other than the spent one, at most one login at a time for one account.
   *
   * @param spent a session whose token is used up, null when there is none; it may still be renewed
   */
  CompletionStage<Outcome> logIn(MondoAccess access, @Nullable MondoSession spent) {
    return sessions.loginOnce(
        access.sessionKey() + '#' + access.fingerprint(),
        Outcome.class,
        () -> {
          Optional<MondoSession> newer = kept(access, clock.instant()).filter(s -> s != spent);
          if (newer.isPresent()) {
            return completedStage(new LoggedIn(newer.get()));
          }
          return spent == null || spent.refreshToken().isEmpty()
              ? withPassword(access)
              : withRefreshToken(access, spent);
        });
  }

  /** The session of these credentials, when it will last through a call. */
  Optional<MondoSession> kept(MondoAccess access, Instant now) {
    return sessions
        .find(access.sessionKey(), MondoSession.class)
        .filter(session -> session.isOf(access) && session.lasts(now));
  }

  private CompletionStage<Outcome> withRefreshToken(MondoAccess access, MondoSession spent) {
    return call(
        portal.refresh(spent.refreshToken()),
        answer ->
            answer.status() == BAD_REQUEST || answer.status() == UNAUTHORIZED
                ? withPassword(access)
                : completedStage(tokens(access, answer, spent.mask())));
  }

  private CompletionStage<Outcome> withPassword(MondoAccess access) {
    CookieJar cookies = new CookieJar();
    return call(
        portal.page(),
        answer -> {
          if (answer.status() != OK) {
            return completedStage(new LoggedOut(unexpected(answer)));
          }
          cookies.accept(answer.headers("Set-Cookie"));
          return MondoPortal.verificationToken(answer.body())
              .map(token -> withForm(access, token, cookies))
              .orElseGet(() -> changed(answer, "The login page has no verification token"));
        });
  }

  private CompletionStage<Outcome> withForm(
      MondoAccess access, String verification, CookieJar cookies) {
    return call(
        portal.form(access, verification, cookies),
        answer -> {
          boolean formAgain =
              answer.status() == OK && MondoPortal.verificationToken(answer.body()).isPresent();
          String target = answer.header("Location").orElse("");
          if (formAgain || (answer.isRedirect() && target.contains("/Account/Login"))) {
            return completedStage(
                new LoggedOut(
                    plain(FailureCode.AUTH_FAILED, "Mondo rejected e-mail or password", answer)));
          }
          if (!answer.isRedirect()) {
            return completedStage(new LoggedOut(unexpected(answer)));
          }
          if (answer.headers("Set-Cookie").isEmpty()) {
            return changed(answer, "The login brought no session cookie");
          }
          cookies.accept(answer.headers("Set-Cookie"));
          return withCookies(access, cookies);
        });
  }

  private CompletionStage<Outcome> withCookies(MondoAccess access, CookieJar cookies) {
    Pkce pkce = Pkce.fresh();
    return call(
        portal.authorize(pkce, cookies),
        answer -> {
          if (!answer.isRedirect()) {
            return completedStage(new LoggedOut(unexpected(answer)));
          }
          return MondoPortal.code(answer.header("Location").orElse(""), pkce)
              .map(code -> withCode(access, code, pkce, cookies))
              .orElseGet(() -> changed(answer, "The redirect after the login has no code"));
        });
  }

  private CompletionStage<Outcome> withCode(
      MondoAccess access, String code, Pkce pkce, CookieJar cookies) {
    Redaction mask = Redaction.STANDARD.alsoValues(cookies.values());
    return call(portal.redeem(code, pkce), answer -> completedStage(tokens(access, answer, mask)));
  }

  /**
   * @param mask masks what stays secret after the login
   */
  private Outcome tokens(MondoAccess access, Answer answer, Redaction mask) {
    Optional<JsonFields> fields =
        JsonParse.of(answer.body()).fold(r -> Optional.of(r.fields()), m -> Optional.empty());
    if (answer.status() == BAD_REQUEST
        && fields.flatMap(f -> f.text("error")).equals(Optional.of("invalid_grant"))) {
      return new LoggedOut(plain(FailureCode.AUTH_FAILED, "Mondo rejected the login", answer));
    }
    if (answer.status() != OK) {
      return new LoggedOut(unexpected(answer));
    }
    Optional<String> token = fields.flatMap(f -> f.text("access_token"));
    if (token.isEmpty()) {
      return new LoggedOut(
          plain(FailureCode.BAD_RESPONSE, "The token answer has no access token", answer));
    }
    String refresh = fields.flatMap(f -> f.text("refresh_token")).orElse("");
    double life = fields.get().number("expires_in").orElse(SHORT_LIFE_SECONDS);
    Instant ends = clock.instant().plusSeconds((long) Math.min(life, LONG_LIFE_SECONDS));
    MondoSession session = new MondoSession(access, token.get(), refresh, ends, mask);
    sessions.keep(access.sessionKey(), session);
    return new LoggedIn(session);
  }

  private CompletionStage<Outcome> call(
      HttpCall call, Function<Answer, CompletionStage<Outcome>> next) {
    return http.send(call)
        .thenCompose(
            outcome -> outcome.fold(next, none -> completedStage(new LoggedOut(none.failure()))));
  }

  private static CompletionStage<Outcome> changed(Answer answer, String what) {
    String detail = what + ": the portal may have changed";
    return completedStage(new LoggedOut(plain(FailureCode.BAD_RESPONSE, detail, answer)));
  }

  /** A status that no step of a login has; 403 and 404 say nothing of the account here. */
  private Failure unexpected(Answer answer) {
    if (answer.status() == TOO_MANY_REQUESTS || answer.status() >= SERVER_ERROR) {
      Failure usual = HttpFailures.ofStatus(answer, Redaction.STANDARD, clock.instant());
      return plain(usual.code(), usual.detail(), answer).retryingAt(usual.retryTime().orElse(null));
    }
    return plain(
        FailureCode.BAD_RESPONSE,
        "The login answered " + answer.status() + ": the portal may have changed",
        answer);
  }

  /** Without the body: at a login it may repeat password, cookies, codes or tokens. */
  private static Failure plain(FailureCode code, String detail, Answer answer) {
    return new Failure(code, detail, answer.status(), null, false, null);
  }
}
