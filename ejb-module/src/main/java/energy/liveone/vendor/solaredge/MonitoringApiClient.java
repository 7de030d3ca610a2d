package energy.liveone.vendor.solaredge;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.VendorHttp;
import energy.liveone.vendor.VendorSettings;
import energy.liveone.vendor.solaredge.SolarEdgeReply.Refused;
import energy.liveone.vendor.solaredge.SolarEdgeReply.Told;
import energy.liveone.vendor.solaredge.SolarEdgeReply.Unsupported;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Version 1 of the monitoring API. The key is in the query and goes nowhere else. */
@Dependent
class MonitoringApiClient implements SolarEdgeClient {
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final String METERS =
      Arrays.stream(MeterValues.Meter.values()).map(Enum::name).collect(Collectors.joining(","));

  private final VendorHttp http;
  private final CallGate gate;
  private final Clock clock;
  private final String base;

  @Inject
  MonitoringApiClient(VendorHttp http, CallGate gate, VendorSettings settings, Clock clock) {
    this.http = http;
    this.gate = gate;
    this.clock = clock;
    this.base = settings.baseUrl(SolarEdgeAdapter.TYPE, SolarEdgeAdapter.USUAL_BASE_URL).toString();
  }

  @Override
  public CompletionStage<SolarEdgeReply<SiteList>> sites(SolarEdgeAccess access, int startIndex) {
    Question<SiteList> question =
        new Question<>("sites", FailureCode.AUTH_FAILED, list -> Optional.of(SiteList.of(list)));
    return ask(access, "/sites/list", "size=100&startIndex=" + startIndex, question);
  }

  @Override
  public CompletionStage<SolarEdgeReply<SiteDetails>> details(SolarEdgeAccess access) {
    return live(access, "details", "details", root -> Optional.of(SiteDetails.of(root)));
  }

  @Override
  public CompletionStage<SolarEdgeReply<Inventory>> inventory(SolarEdgeAccess access) {
    return live(access, "inventory", "Inventory", root -> Optional.of(Inventory.of(root)));
  }

  @Override
  public CompletionStage<SolarEdgeReply<PowerFlow>> powerFlow(SolarEdgeAccess access) {
    return live(access, "currentPowerFlow", "siteCurrentPowerFlow", PowerFlow::of)
        .thenApply(reply -> unsupportedWhen(PowerFlow::isEmpty, reply));
  }

  @Override
  public CompletionStage<SolarEdgeReply<Overview>> overview(SolarEdgeAccess access, SiteTime time) {
    return live(
        access,
        "overview",
        "overview",
        root -> Optional.of(Overview.of(root, time, clock.instant())));
  }

  @Override
  public CompletionStage<SolarEdgeReply<List<MeterValues>>> energy(
      SolarEdgeAccess access, SiteTime time, Instant from, Instant to) {
    return meters(access, "energyDetails", time, from, to);
  }

  @Override
  public CompletionStage<SolarEdgeReply<List<MeterValues>>> power(
      SolarEdgeAccess access, SiteTime time, Instant from, Instant to) {
    return meters(access, "powerDetails", time, from, to);
  }

  private CompletionStage<SolarEdgeReply<List<MeterValues>>> meters(
      SolarEdgeAccess access, String call, SiteTime time, Instant from, Instant to) {
    String query = range(time, from, to) + "&timeUnit=QUARTER_OF_AN_HOUR&meters=" + METERS;
    return ranged(access, call, query, root -> MeterValues.of(root, time));
  }

  @Override
  public CompletionStage<SolarEdgeReply<List<Battery>>> storage(
      SolarEdgeAccess access, SiteTime time, Instant from, Instant to) {
    return ranged(access, "storageData", range(time, from, to), root -> Battery.of(root, time));
  }

  private static String range(SiteTime time, Instant from, Instant to) {
    return "startTime=" + encoded(time.startText(from)) + "&endTime=" + encoded(time.endText(to));
  }

  /** One question: where the answer stands, what 403 means, how it is read. */
  private record Question<T>(
      String root, FailureCode forbidden, Function<JsonFields, Optional<T>> reader) {}

  private <T> CompletionStage<SolarEdgeReply<T>> live(
      SolarEdgeAccess access, String call, String root, Function<JsonFields, Optional<T>> reader) {
    return ask(
        access,
        "/site/" + access.siteId() + "/" + call,
        "",
        new Question<>(root, FailureCode.AUTH_FAILED, reader));
  }

  /** A list without an element means that the site has no such hardware. */
  private <E> CompletionStage<SolarEdgeReply<List<E>>> ranged(
      SolarEdgeAccess access, String call, String query, Function<JsonFields, List<E>> reader) {
    Question<List<E>> question =
        new Question<>(call, FailureCode.BAD_RESPONSE, root -> Optional.of(reader.apply(root)));
    return ask(access, "/site/" + access.siteId() + "/" + call, query, question)
        .thenApply(reply -> unsupportedWhen(List::isEmpty, reply));
  }

  private static <T> SolarEdgeReply<T> unsupportedWhen(
      Predicate<T> tellsNothing, SolarEdgeReply<T> reply) {
    return reply.fold(
        told -> tellsNothing.test(told.value()) ? new Unsupported<>(told.text()) : told,
        unsupported -> unsupported,
        refused -> refused);
  }

  private <T> CompletionStage<SolarEdgeReply<T>> ask(
      SolarEdgeAccess access, String path, String query, Question<T> question) {
    String secret = "api_key=" + encoded(access.apiKey());
    URI uri = URI.create(base + path + "?" + (query.isEmpty() ? "" : query + "&") + secret);
    // A browser's Accept would be answered in XML.
    HttpCall call = HttpCall.get(uri).with("Accept", "application/json");
    return gate.pass(() -> http.send(call))
        .thenApply(
            outcome ->
                outcome.fold(
                    answer -> judge(access, question, answer),
                    none -> new Refused<>(none.failure())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** By the status alone: bodies of errors are text, XML or JSON, as it comes. */
  private <T> SolarEdgeReply<T> judge(SolarEdgeAccess access, Question<T> question, Answer answer) {
    if (answer.status() == OK) {
      return read(access, question, answer);
    }
    Failure failure = HttpFailures.ofStatus(answer, access.redaction(), clock.instant());
    return new Refused<>(
        answer.status() == FORBIDDEN
            ? HttpFailures.of(
                question.forbidden(), "SolarEdge refused the call", answer, access.redaction())
            : failure);
  }

  private <T> SolarEdgeReply<T> read(SolarEdgeAccess access, Question<T> question, Answer answer) {
    return JsonParse.of(answer.body())
        .fold(
            read -> read(access, question, answer, read.fields()),
            malformed -> unusable(access, answer, malformed.reason()));
  }

  private <T> SolarEdgeReply<T> read(
      SolarEdgeAccess access, Question<T> question, Answer answer, JsonFields document) {
    String text = access.redaction().forSession(answer.body());
    if (document.names().isEmpty()) {
      return new Unsupported<>(text);
    }
    Optional<JsonFields> root = document.object(question.root());
    if (root.isPresent() && root.get().names().isEmpty()) {
      return new Unsupported<>(text);
    }
    Optional<T> value = root.flatMap(question.reader());
    return value.isPresent()
        ? new Told<>(value.get(), text)
        : unusable(access, answer, "The answer has no usable " + question.root());
  }

  private static <T> SolarEdgeReply<T> unusable(
      SolarEdgeAccess access, Answer answer, String reason) {
    return new Refused<>(
        HttpFailures.of(FailureCode.BAD_RESPONSE, reason, answer, access.redaction()));
  }
}
