package energy.liveone.vendor.amber;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.VendorHttp;
import energy.liveone.vendor.VendorSettings;
import energy.liveone.vendor.amber.AmberReply.Page;
import energy.liveone.vendor.amber.AmberReply.Refused;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;

/** Amber's calls over HTTP, and what their refusals mean. */
@Dependent
class AmberClient {
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  private final VendorHttp http;
  private final Clock clock;
  private final String base;

  @Inject
  AmberClient(VendorHttp http, VendorSettings settings, Clock clock) {
    this.http = http;
    this.clock = clock;
    this.base = settings.baseUrl(AmberAdapter.TYPE, AmberAdapter.USUAL_BASE_URL).toString();
  }

  /** All sites of the key, closed ones included. */
  CompletionStage<AmberReply> sites(AmberAccess access) {
    return get(access, "/sites");
  }

  /** Prices of the running interval. */
  CompletionStage<AmberReply> currentPrices(AmberAccess access, String siteId) {
    return get(access, "/sites/" + siteId + "/prices/current");
  }

  /** Prices of whole days, at most a week; what is to come is foretold. */
  CompletionStage<AmberReply> prices(
      AmberAccess access, String siteId, LocalDate first, LocalDate last) {
    return get(access, "/sites/" + siteId + "/prices" + days(first, last));
  }

  /** Metered usage of whole days that are over, at most a week. */
  CompletionStage<AmberReply> usage(
      AmberAccess access, String siteId, LocalDate first, LocalDate last) {
    return get(access, "/sites/" + siteId + "/usage" + days(first, last));
  }

  private static String days(LocalDate first, LocalDate last) {
    return "?startDate=" + first + "&endDate=" + last;
  }

  private CompletionStage<AmberReply> get(AmberAccess access, String pathAndQuery) {
    HttpCall call =
        HttpCall.get(URI.create(base + pathAndQuery))
            .with("Accept", "application/json")
            .with("Authorization", "Bearer " + access.apiKey());
    return http.send(call)
        .thenApply(
            outcome ->
                outcome.fold(
                    answer -> judge(answer, access.redaction()),
                    none -> new Refused(none.failure())));
  }

  private AmberReply judge(Answer answer, Redaction redaction) {
    return switch (answer.status()) {
      case OK -> new Page(answer, redaction);
      case UNAUTHORIZED, FORBIDDEN ->
          refused(FailureCode.AUTH_FAILED, "Amber does not accept the API key", answer, redaction);
      case NOT_FOUND ->
          refused(FailureCode.NOT_FOUND, "Amber does not know this site", answer, redaction);
      case TOO_MANY -> new Refused(tooMany(answer, redaction));
      default -> new Refused(HttpFailures.ofStatus(answer, redaction, clock.instant()));
    };
  }

  private Failure tooMany(Answer answer, Redaction redaction) {
    return HttpFailures.of(FailureCode.RATE_LIMITED, "Amber wants fewer calls", answer, redaction)
        .retryingAt(AmberLimits.retryAfterRefusal(answer, clock.instant()));
  }

  private static AmberReply refused(
      FailureCode code, String detail, Answer answer, Redaction redaction) {
    return new Refused(HttpFailures.of(code, detail, answer, redaction));
  }
}
