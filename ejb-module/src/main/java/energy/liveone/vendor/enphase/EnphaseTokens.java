package energy.liveone.vendor.enphase;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.TokenOutcome;
import energy.liveone.vendor.TokenOutcome.Granted;
import energy.liveone.vendor.TokenOutcome.Refused;
import energy.liveone.vendor.VendorHttp;
import energy.liveone.vendor.enphase.EnphaseSettings.Application;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The token endpoint. Its calls are not counted against the plan. */
@Dependent
class EnphaseTokens {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  /** A day; what is longer is not believed. */
  private static final double LONGEST_SECONDS = 86_400 * 2.0;

  private final VendorHttp http;
  private final EnphaseSettings settings;
  private final Clock clock;

  @Inject
  EnphaseTokens(VendorHttp http, EnphaseSettings settings, Clock clock) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
  }

  /** Turns a code into tokens. */
  CompletionStage<TokenOutcome> exchange(String code) {
    return settings
        .application()
        .map(
            application ->
                post(
                    application,
                    Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        application.redirectUri()),
                    List.of(code),
                    Optional.empty()))
        .orElseGet(EnphaseTokens::notConfigured);
  }

  /** Turns a refresh token into new tokens. */
  CompletionStage<TokenOutcome> refresh(OAuthTokens tokens) {
    return settings
        .application()
        .map(
            application ->
                post(
                    application,
                    Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()),
                    List.of(tokens.refreshToken(), tokens.accessToken()),
                    Optional.of(tokens.account())))
        .orElseGet(EnphaseTokens::notConfigured);
  }

  private static CompletionStage<TokenOutcome> notConfigured() {
    return CompletableFuture.completedStage(
        new Refused(
            Failure.of(
                FailureCode.NOT_CONFIGURED, "This installation is not registered with Enphase")));
  }

  /**
   * @param secrets the code, or the tokens that are to be replaced: to be masked
   * @param account the account, when it is known already
   */
  private CompletionStage<TokenOutcome> post(
      Application application,
      Map<String, String> form,
      List<String> secrets,
      Optional<String> account) {
    String pair = application.clientId() + ":" + application.clientSecret();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    Redaction redaction =
        EnphaseFailures.redaction(List.of(basic, application.clientSecret(), application.apiKey()))
            .alsoValues(secrets);
    return http.send(
            HttpCall.form(settings.uri("/oauth/token"), form)
                .with("Authorization", "Basic " + basic)
                .with("Accept", "application/json"))
        .thenApply(
            outcome ->
                outcome.fold(
                    answer -> judge(answer, redaction, account),
                    none -> new Refused(none.failure())));
  }

  private TokenOutcome judge(Answer answer, Redaction redaction, Optional<String> account) {
    if (answer.status() == OK) {
      return JsonParse.of(answer.body())
          .fold(
              read -> read(answer, read.fields(), account),
              malformed -> unusable(answer, malformed.reason()));
    }
    String error = error(answer);
    boolean refused = answer.status() == BAD_REQUEST || answer.status() == UNAUTHORIZED;
    if (refused && error.equals("invalid_grant")) {
      return new Refused(
          HttpFailures.of(
              FailureCode.AUTH_EXPIRED,
              "Enphase no longer accepts this grant: connect the account again",
              answer,
              redaction));
    }
    if (refused && (error.equals("invalid_client") || error.equals("unauthorized_client"))) {
      return new Refused(
          HttpFailures.of(
              FailureCode.NOT_CONFIGURED,
              "Enphase rejects the operator's client id or secret",
              answer,
              redaction));
    }
    return new Refused(HttpFailures.ofStatus(answer, redaction, clock.instant()));
  }

  private static String error(Answer answer) {
    return JsonParse.of(answer.body())
        .fold(read -> read.fields().text("error").orElse(""), malformed -> "");
  }

  private TokenOutcome read(Answer answer, JsonFields fields, Optional<String> account) {
    Optional<String> access = fields.text("access_token");
    Optional<String> refresh = fields.text("refresh_token");
    OptionalDouble seconds = fields.number("expires_in");
    Optional<String> user = account.or(() -> user(fields));
    if (access.isEmpty() || refresh.isEmpty() || user.isEmpty()) {
      return unusable(answer, "The answer lacks a token or the user");
    }
    double lifetime = Math.max(0, Math.min(LONGEST_SECONDS, seconds.orElse(0)));
    Instant expiresAt = clock.instant().plusSeconds((long) lifetime);
    return new Granted(new OAuthTokens(access.get(), refresh.get(), expiresAt, user.get()));
  }

  /** A number, which comes as a text. */
  private static Optional<String> user(JsonFields fields) {
    OptionalDouble number = fields.number("enl_uid");
    return number.isPresent()
        ? Optional.of(String.valueOf((long) number.getAsDouble()))
        : fields.text("enl_uid");
  }

  /** The body may hold tokens under names that nobody knows yet, so it is not kept. */
  private static TokenOutcome unusable(Answer answer, String reason) {
    return new Refused(
        Failure.answered(
            FailureCode.BAD_RESPONSE,
            "The token answer is unusable: " + reason,
            answer.status(),
            ""));
  }
}
