package energy.liveone.vendor.enphase;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointKey;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.ConnectionTest.Refused;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.StandardPoint;
import energy.liveone.vendor.enphase.EnphaseReply.Page;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tries an account, which lists its systems, or one system, which describes it. */
final class EnphaseTrial {
  private static final int PAGE_SIZE = 100;

  /** An installer's account may have thousands of systems; nobody chooses among more than these. */
  private static final int MAX_PAGES = 10;

  private final EnphaseClient client;

  EnphaseTrial(EnphaseClient client) {
    this.client = client;
  }

  /** Lists the systems of an account. */
  CompletionStage<ConnectionTest> ofAccount(EnphaseAccess access) {
    return list(access, 1, new ArrayList<>());
  }

  private CompletionStage<ConnectionTest> list(
      EnphaseAccess access, int number, List<DiscoveredSite> found) {
    return client
        .get(access, "/systems?page=" + number + "&size=" + PAGE_SIZE)
        .thenCompose(
            reply ->
                reply.fold(
                    page ->
                        read(page)
                            .map(document -> add(access, number, found, document))
                            .orElseGet(() -> completedStage(unusable(page))),
                    refused -> completedStage(new Refused(refused.failure()))));
  }

  private CompletionStage<ConnectionTest> add(
      EnphaseAccess access, int number, List<DiscoveredSite> found, JsonFields document) {
    List<JsonFields> systems = document.objects("systems");
    systems.forEach(system -> site(system).ifPresent(found::add));
    boolean last =
        systems.isEmpty()
            || number == MAX_PAGES
            || (double) number * PAGE_SIZE >= document.number("total").orElse(0);
    return last
        ? completedStage(new Connected(Map.of(), Map.of(), found))
        : list(access, number + 1, found);
  }

  private static Optional<JsonFields> read(Page page) {
    return JsonParse.of(page.body())
        .fold(read -> Optional.of(read.fields()), malformed -> Optional.empty());
  }

  private static ConnectionTest unusable(Page page) {
    return new Refused(
        HttpFailures.of(
            FailureCode.BAD_RESPONSE,
            "The answer is no JSON object",
            page.answer(),
            page.redaction()));
  }

  private static Optional<DiscoveredSite> site(JsonFields system) {
    OptionalDouble id = system.number("system_id");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String number = String.valueOf((long) id.getAsDouble());
    String name = system.text("name").orElse("Enphase " + number);
    return Optional.of(
        new DiscoveredSite(
            number, name, system.text("timezone").map(EnphaseTrial::zone).orElse(null)));
  }

  /** Old aliases such as {@code US/Eastern} are zones like any other. */
  private static @Nullable ZoneId zone(String name) {
    try {
      return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Describes a system. */
  CompletionStage<ConnectionTest> ofSystem(EnphaseAccess access, String path) {
    return client
        .get(access, path + "/summary")
        .thenApply(
            reply ->
                reply.<ConnectionTest>fold(
                    page -> read(page).map(EnphaseTrial::described).orElseGet(() -> unusable(page)),
                    refused -> new Refused(refused.failure())));
  }

  private static ConnectionTest described(JsonFields summary) {
    Map<String, String> info = new LinkedHashMap<>();
    positive(summary, "modules")
        .ifPresent(n -> info.put("model", "Enphase, %d microinverters".formatted(Math.round(n))));
    positive(summary, "size_w").ifPresent(w -> info.put("solarSize", kilo(w) + " kW"));
    positive(summary, "battery_capacity_wh")
        .ifPresent(wh -> info.put("batterySize", kilo(wh) + " kWh"));
    summary.text("status").ifPresent(status -> info.put("status", status));
    Map<PointKey, Double> latest = new LinkedHashMap<>();
    summary.number("current_power").ifPresent(w -> latest.put(StandardPoint.SOLAR_W.key(), w));
    return new Connected(info, latest, List.of());
  }

  /** The vendor writes -1 for what it does not tell. */
  private static OptionalDouble positive(JsonFields fields, String name) {
    OptionalDouble number = fields.number(name);
    return number.isPresent() && number.getAsDouble() > 0 ? number : OptionalDouble.empty();
  }

  private static String kilo(double number) {
    return String.format(Locale.ROOT, "%.2f", number / 1000).replaceAll("\\.?0+$", "");
  }
}
