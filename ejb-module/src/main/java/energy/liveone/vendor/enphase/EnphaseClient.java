package energy.liveone.vendor.enphase;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.GrantTokens;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpOutcome;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.TokenOutcome;
import energy.liveone.vendor.TokenOutcome.Granted;
import energy.liveone.vendor.VendorHttp;
import energy.liveone.vendor.enphase.EnphaseReply.Page;
import energy.liveone.vendor.enphase.EnphaseReply.Refused;
import energy.liveone.vendor.enphase.EnphaseSettings.Application;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Authorized calls. Tokens with less than an hour left are renewed before a call; tokens that the
 * vendor refuses are renewed once, and the call is repeated once, never more.
 */
@Dependent
class EnphaseClient {
  private static final Duration RESERVE = Duration.ofHours(1);
  private static final int OK = 200;

  private final VendorHttp http;
  private final GrantTokens grants;
  private final EnphaseTokens endpoint;
  private final EnphaseSettings settings;
  private final Clock clock;

  @Inject
  EnphaseClient(
      VendorHttp http,
      GrantTokens grants,
      EnphaseTokens endpoint,
      EnphaseSettings settings,
      Clock clock) {
    this.http = http;
    this.grants = grants;
    this.endpoint = endpoint;
    this.settings = settings;
    this.clock = clock;
  }

  /** Reads a document below {@code /api/v4}. */
  CompletionStage<EnphaseReply> get(EnphaseAccess access, String pathAndQuery) {
    if (settings.application().isEmpty()) {
      return completedStage(
          new Refused(
              Failure.of(
                  FailureCode.NOT_CONFIGURED, "This installation is not registered with Enphase")));
    }
    Application application = settings.application().get();
    HttpCall call =
        HttpCall.get(settings.uri("/api/v4" + pathAndQuery))
            .with("Accept", "application/json")
            .with("key", application.apiKey());
    return lasting(access)
        .thenCompose(
            outcome ->
                outcome.fold(
                    granted -> get(access, granted.tokens(), call, application, true),
                    refused -> completedStage(new Refused(refused.failure()))));
  }

  /** Tokens that last through the call, be they old ones that could not be renewed just now. */
  private CompletionStage<TokenOutcome> lasting(EnphaseAccess access) {
    OAuthTokens tokens = access.tokens();
    if (tokens.lastsFor(RESERVE, clock.instant())) {
      return completedStage(new Granted(tokens));
    }
    return renew(access, tokens)
        .thenApply(
            outcome ->
                outcome.fold(
                    granted -> granted,
                    refused ->
                        refused.failure().code().retryable()
                                && tokens.lastsFor(Duration.ofMinutes(1), clock.instant())
                            ? new Granted(tokens)
                            : refused));
  }

  private CompletionStage<TokenOutcome> renew(EnphaseAccess access, OAuthTokens stale) {
    return grants.renew(access.grant(), stale, endpoint::refresh);
  }

  private CompletionStage<EnphaseReply> get(
      EnphaseAccess access,
      OAuthTokens tokens,
      HttpCall call,
      Application application,
      boolean mayRepeat) {
    // Tokens that were renewed a moment ago may be good for an hour yet.
    OAuthTokens before = access.tokens();
    Redaction redaction =
        EnphaseFailures.redaction(
            List.of(
                tokens.accessToken(),
                tokens.refreshToken(),
                before.accessToken(),
                before.refreshToken(),
                application.apiKey(),
                application.clientSecret()));
    return http.send(call.with("Authorization", "Bearer " + tokens.accessToken()))
        .thenCompose(
            (HttpOutcome outcome) ->
                outcome.fold(
                    answer ->
                        mayRepeat && EnphaseFailures.wantsToken(answer)
                            ? repeat(access, tokens, call, application)
                            : completedStage(judge(answer, redaction)),
                    none -> completedStage(new Refused(none.failure()))));
  }

  private CompletionStage<EnphaseReply> repeat(
      EnphaseAccess access, OAuthTokens refusedTokens, HttpCall call, Application application) {
    return renew(access, refusedTokens)
        .thenCompose(
            outcome ->
                outcome.fold(
                    granted -> get(access, granted.tokens(), call, application, false),
                    refused -> completedStage(new Refused(refused.failure()))));
  }

  private EnphaseReply judge(Answer answer, Redaction redaction) {
    return answer.status() == OK
        ? new Page(answer, redaction)
        : new Refused(EnphaseFailures.of(answer, redaction, clock.instant()));
  }
}
