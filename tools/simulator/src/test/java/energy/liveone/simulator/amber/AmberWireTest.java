package energy.liveone.simulator.amber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.liveone.simulator.SimulatorClient;
import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmberWireTest {

  private static final String KEY_30 = "psk_demo_30min";
  private static final String KEY_5 = "psk_demo_5min";
  private static final String SITE_30 = "/amber/sites/" + AmberSites.DEMO_30;
  private static final String SITE_5 = "/amber/sites/" + AmberSites.DEMO_5;
  private static final String TODAY = "startDate=2026-11-23&endDate=2026-11-24";

  private static SimulatorClient simulator;

  @BeforeAll
  static void start() {
    simulator = new SimulatorClient();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void beginAnew() {
    simulator.control("DELETE", "/faults/amber", "");
    simulator.control("DELETE", "/amber/spikes", "");
    simulator.control("PUT", "/amber/usage", "{}");
    limit("{\"enabled\":false,\"headers\":false,\"calls\":10,\"windowSeconds\":300}");
    setClock(SimulatorClient.NOON.toString());
    simulator.control("DELETE", "/journal", "");
  }

  private static void setClock(String now) {
    simulator.control("PUT", "/clock", "{\"frozen\":true,\"now\":\"" + now + "\"}");
  }

  private static void limit(String body) {
    simulator.control("PUT", "/amber/limit", body);
  }

  private static HttpResponse<String> call(String key, String path) {
    return simulator.send(simulator.request(path).header("Authorization", "Bearer " + key));
  }

  private static List<JsonObject> records(String key, String path) {
    HttpResponse<String> response = call(key, path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonText.parseObject("{\"all\":" + response.body() + "}")
        .orElseThrow()
        .getJsonArray("all")
        .getValuesAs(JsonObject.class);
  }

  private static List<JsonObject> ofType(List<JsonObject> records, String type, String channel) {
    return records.stream()
        .filter(record -> record.getString("type").equals(type))
        .filter(record -> record.getString("channelType").equals(channel))
        .toList();
  }

  private static double number(JsonObject object, String name) {
    return object.getJsonNumber(name).doubleValue();
  }

  private static double sum(List<JsonObject> records, String name) {
    return records.stream().mapToDouble(record -> number(record, name)).sum();
  }

  // Sites

  @Test
  void closedSiteStandsBeforeTheActiveOneOfTheSameMeter() {
    List<JsonObject> sites = records(KEY_30, "/amber/sites");

    assertThat(sites)
        .extracting(site -> site.getString("status"))
        .containsExactly("closed", "active");
    assertThat(sites)
        .extracting(site -> site.getString("nmi"))
        .containsExactly("64070000001", "64070000001");
    assertThat(sites.get(1).getJsonArray("channels").getValuesAs(JsonObject.class))
        .extracting(channel -> channel.getString("type"))
        .containsExactly("general", "feedIn");
    assertThat(sites.get(1).getInt("intervalLength")).isEqualTo(30);
    assertThat(records(KEY_5, "/amber/sites").get(0).getInt("intervalLength")).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "psk_wrong,/amber/sites,401",
    "psk_demo_5min,/amber/sites/" + AmberSites.DEMO_30 + "/prices/current,404",
    "psk_demo_5min,/amber/sites/nothing/usage,404",
    "psk_demo_5min,/amber/sites/" + AmberSites.DEMO_5 + "/elsewhere,404"
  })
  void keyOpensItsOwnSitesOnly(String key, String path, int status) {
    assertThat(call(key, path).statusCode()).isEqualTo(status);
  }

  @Test
  void sitesOfOtherMetersAreMadeOnOrder() {
    simulator.control(
        "POST",
        "/amber/sites",
        "{\"key\":\"psk_two\",\"firstNumber\":7,\"layout\":\"twoGeneral\",\"intervalMinutes\":5}");
    simulator.control("POST", "/amber/sites", "{\"firstNumber\":8,\"layout\":\"controlledLoad\"}");

    JsonObject two = records("psk_two", "/amber/sites").get(0);
    JsonObject controlled = records("psk_fleet_8", "/amber/sites").get(0);

    assertThat(two.getJsonArray("channels").toString()).contains("\"E1\"", "\"E2\"", "\"B1\"");
    assertThat(controlled.getJsonArray("channels").toString()).contains("controlledLoad");
    assertThat(records("psk_two", "/amber/sites/" + two.getString("id") + "/prices/current"))
        .extracting(record -> record.getString("channelType"))
        .containsExactly("general", "general", "feedIn");
  }

  // Prices

  @Test
  void dayOfPricesHasPastPresentAndFutureOfBothChannels() {
    List<JsonObject> records = records(KEY_30, SITE_30 + "/prices?" + TODAY);

    // 12:31:07 in the market's time: 25 half hours are over.
    assertThat(ofType(records, "ActualInterval", "general")).hasSize(25);
    assertThat(ofType(records, "CurrentInterval", "feedIn")).hasSize(1);
    assertThat(ofType(records, "ForecastInterval", "feedIn")).hasSize(48);
    JsonObject first = records.get(0);
    assertThat(first.getString("startTime")).isEqualTo("2026-11-22T14:00:01Z");
    assertThat(first.getString("endTime")).isEqualTo("2026-11-22T14:30:00Z");
    assertThat(first.getString("nemTime")).isEqualTo("2026-11-23T00:30:00+10:00");
    assertThat(first.getString("date")).isEqualTo("2026-11-23");
    assertThat(first.getInt("duration")).isEqualTo(30);
  }

  @Test
  void fiveMinuteSiteHas288IntervalsADayAndForecastsOfBothLengths() {
    List<JsonObject> past =
        records(KEY_5, SITE_5 + "/prices?startDate=2026-11-22&endDate=2026-11-22");
    List<JsonObject> today = records(KEY_5, SITE_5 + "/prices?" + TODAY);

    assertThat(ofType(past, "ActualInterval", "general")).hasSize(288);
    assertThat(past.get(287).getString("endTime")).isEqualTo("2026-11-22T14:00:00Z");
    assertThat(past.get(287).getString("date")).isEqualTo("2026-11-22");
    assertThat(
            ofType(today, "ForecastInterval", "general").stream()
                .collect(Collectors.groupingBy(r -> r.getInt("duration"), Collectors.counting())))
        .hasSize(2)
        .allSatisfy((minutes, count) -> assertThat(count).isGreaterThan(10));
  }

  @Test
  void priceIsAnEstimateUntilThirtySecondsAfterTheBoundary() {
    setClock("2026-11-23T02:35:29Z");
    JsonObject before = records(KEY_5, SITE_5 + "/prices/current").get(0);
    simulator.advance(Duration.ofSeconds(1));
    JsonObject after = records(KEY_5, SITE_5 + "/prices/current").get(0);

    assertThat(before.getString("endTime")).isEqualTo("2026-11-23T02:40:00Z");
    assertThat(before.getBoolean("estimate")).isTrue();
    assertThat(after.getString("endTime")).isEqualTo("2026-11-23T02:40:00Z");
    assertThat(after.getBoolean("estimate")).isFalse();
    assertThat(number(after, "perKwh")).isNotEqualTo(number(before, "perKwh"));
  }

  @Test
  void currentHalfHourBecomesTheSettledOne() {
    setClock("2026-11-23T02:56:00Z");
    JsonObject current = records(KEY_30, SITE_30 + "/prices/current").get(0);
    setClock("2026-11-23T03:01:00Z");
    JsonObject settled = records(KEY_30, SITE_30 + "/prices/current?previous=1").get(0);

    assertThat(settled.getString("type")).isEqualTo("ActualInterval");
    assertThat(settled.getString("endTime")).isEqualTo(current.getString("endTime"));
    assertThat(number(settled, "perKwh")).isEqualTo(number(current, "perKwh"));
  }

  @Test
  void middayIsNegativeRenewableAndCostsTheExporter() {
    List<JsonObject> week =
        records(KEY_30, SITE_30 + "/prices?startDate=2026-11-16&endDate=2026-11-22");
    List<JsonObject> general = ofType(week, "ActualInterval", "general");
    List<JsonObject> feedIn = ofType(week, "ActualInterval", "feedIn");

    assertThat(general).anySatisfy(r -> assertThat(number(r, "spotPerKwh")).isNegative());
    assertThat(general).anySatisfy(r -> assertThat(number(r, "renewables")).isGreaterThan(100));
    assertThat(feedIn).anySatisfy(r -> assertThat(number(r, "perKwh")).isPositive());
    assertThat(feedIn).anySatisfy(r -> assertThat(number(r, "perKwh")).isNegative());
    assertThat(general).anySatisfy(r -> assertThat(r).doesNotContainKey("tariffInformation"));
    assertThat(general)
        .extracting(r -> r.getOrDefault("tariffInformation", JsonValue.NULL).toString())
        .contains("{\"demandWindow\":false}", "{\"period\":\"peak\",\"season\":\"default\"}");
  }

  @Test
  void someEveningsSpikeAboveAThousandCents() {
    double highest = 0;
    for (String week :
        List.of(
            "startDate=2026-10-05&endDate=2026-10-11",
            "startDate=2026-10-12&endDate=2026-10-18",
            "startDate=2026-10-19&endDate=2026-10-25",
            "startDate=2026-10-26&endDate=2026-11-01",
            "startDate=2026-11-02&endDate=2026-11-08")) {
      List<JsonObject> records = records(KEY_5, SITE_5 + "/prices?" + week);
      highest =
          Math.max(highest, records.stream().mapToDouble(r -> number(r, "perKwh")).max().orElse(0));
    }

    assertThat(highest).isGreaterThan(1_000);
  }

  @Test
  void orderedSpikeIsFearedBeforeAndTrueAfter() {
    simulator.control(
        "POST",
        "/amber/spikes",
        "{\"from\":\"2026-11-23T08:00:00Z\",\"minutes\":30,\"centsPerKwh\":1500}");
    String evening = SITE_30 + "/prices?startDate=2026-11-23&endDate=2026-11-23";
    JsonObject feared = at(records(KEY_30, evening), "2026-11-23T08:30:00Z");
    setClock("2026-11-23T09:00:00Z");
    JsonObject happened = at(records(KEY_30, evening), "2026-11-23T08:30:00Z");

    assertThat(feared.getString("spikeStatus")).isEqualTo("potential");
    assertThat(happened.getString("spikeStatus")).isEqualTo("spike");
    assertThat(happened.getString("descriptor")).isEqualTo("spike");
    assertThat(number(happened, "spotPerKwh")).isEqualTo(1_500);
  }

  private static JsonObject at(List<JsonObject> records, String end) {
    return records.stream()
        .filter(r -> r.getString("endTime").equals(end))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void boundsAreGivenNowAndThenInVolatileTimesOnly() {
    simulator.control(
        "POST",
        "/amber/spikes",
        "{\"from\":\"2026-11-23T04:00:00Z\",\"minutes\":600,\"centsPerKwh\":90}");
    List<JsonObject> forecasts =
        ofType(records(KEY_30, SITE_30 + "/prices?" + TODAY), "ForecastInterval", "general");

    Map<Boolean, Long> told =
        forecasts.stream()
            .filter(record -> number(record, "spotPerKwh") > 50)
            .collect(Collectors.partitioningBy(r -> r.containsKey("range"), Collectors.counting()));
    assertThat(told).allSatisfy((is, count) -> assertThat(count).isPositive());
    assertThat(forecasts)
        .filteredOn(record -> Math.abs(number(record, "spotPerKwh")) < 25)
        .isNotEmpty()
        .noneMatch(record -> record.containsKey("range"));
  }

  @Test
  void whatIsAdvancedForFeedInIsTheWrongWayRound() {
    List<JsonObject> records = records(KEY_30, SITE_30 + "/prices?" + TODAY);
    List<JsonObject> advanced =
        ofType(records, "ForecastInterval", "feedIn").stream()
            .filter(record -> record.containsKey("advancedPrice"))
            .map(record -> record.getJsonObject("advancedPrice"))
            .toList();

    assertThat(advanced)
        .isNotEmpty()
        .allSatisfy(a -> assertThat(number(a, "low")).isGreaterThan(number(a, "high")));
  }

  @Test
  void rangeWithoutFirstDayFailsBeforeMidnight() {
    setClock("2026-11-23T13:50:00Z");

    assertThat(call(KEY_30, SITE_30 + "/prices?endDate=2026-11-24").statusCode()).isEqualTo(502);
    assertThat(call(KEY_30, SITE_30 + "/prices?" + TODAY).statusCode()).isEqualTo(200);
    setClock("2026-11-23T14:01:00Z");
    assertThat(call(KEY_30, SITE_30 + "/prices").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/prices?startDate=20261123",
        "/prices?startDate=2026-11-24&endDate=2026-11-23",
        "/usage?startDate=2026-11-01&endDate=2026-11-08",
        "/prices?startDate=2026-11-23&resolution=15",
        "/prices/current?next=x"
      })
  void wrongParametersAreRefused(String path) {
    assertThat(call(KEY_30, SITE_30 + path).statusCode()).isEqualTo(400);
  }

  @Test
  void renewablesNeedNoKey() {
    HttpResponse<String> response =
        simulator.send(simulator.request("/amber/state/vic/renewables/current?next=1"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("CurrentRenewable", "ForecastRenewable");
  }

  // Usage

  private static final String YESTERDAY = "/usage?startDate=2026-11-22&endDate=2026-11-22";

  @Test
  void usageComesLateAsAnEstimateAndIsRevised() {
    setClock("2026-11-22T20:00:00Z");
    assertThat(records(KEY_30, SITE_30 + YESTERDAY)).isEmpty();

    setClock("2026-11-23T01:00:00Z");
    assertThat(qualities(records(KEY_30, SITE_30 + YESTERDAY))).isEqualTo(Map.of("estimated", 96L));

    setClock("2026-11-24T01:00:00Z");
    assertThat(qualities(records(KEY_30, SITE_30 + YESTERDAY)))
        .isEqualTo(Map.of("billable", 72L, "estimated", 24L));

    setClock("2026-11-25T01:00:00Z");
    assertThat(qualities(records(KEY_30, SITE_30 + YESTERDAY))).isEqualTo(Map.of("billable", 96L));
  }

  private static Map<String, Long> qualities(List<JsonObject> records) {
    return records.stream()
        .collect(
            Collectors.groupingBy(
                r -> r.getString("quality"), TreeMap::new, Collectors.counting()));
  }

  @Test
  void usageComesEarlierOnOrder() {
    simulator.control("PUT", "/amber/usage", "{\"hoursAhead\":58}");

    assertThat(qualities(records(KEY_30, SITE_30 + YESTERDAY))).isEqualTo(Map.of("billable", 96L));
    assertThat(records(KEY_30, SITE_30 + "/usage?startDate=2026-11-23&endDate=2026-11-23"))
        .as("a day that goes on")
        .isEmpty();
  }

  @Test
  void usageOfADayAddsUpToTheTrueEnergyAndCost() {
    List<JsonObject> usage =
        records(KEY_5, SITE_5 + "/usage?startDate=2026-11-18&endDate=2026-11-18");
    JsonObject truth =
        simulator
            .control(
                "/truth/amber/%s?from=2026-11-17T14:00:00Z&to=2026-11-18T14:00:00Z"
                    .formatted(AmberSites.DEMO_5))
            .getJsonObject("energyKwh");

    assertThat(usage).hasSize(576);
    assertThat(sum(ofType(usage, "Usage", "general"), "kwh"))
        .isCloseTo(number(truth, "gridImport"), within(0.001))
        .isGreaterThan(0.5);
    assertThat(sum(ofType(usage, "Usage", "feedIn"), "kwh"))
        .isCloseTo(number(truth, "gridExport"), within(0.001))
        .isGreaterThan(0.5);
    assertThat(usage)
        .allSatisfy(
            r ->
                assertThat(number(r, "cost"))
                    .isCloseTo(number(r, "kwh") * number(r, "perKwh"), within(0.0001)));
  }

  @Test
  void exportMayBeToldBelowZero() {
    String day = "/usage?startDate=2026-11-18&endDate=2026-11-18";
    double usual = sum(ofType(records(KEY_30, SITE_30 + day), "Usage", "feedIn"), "kwh");
    simulator.faults("amber", "{\"negativeExport\":true}");

    assertThat(sum(ofType(records(KEY_30, SITE_30 + day), "Usage", "feedIn"), "kwh"))
        .isCloseTo(-usual, within(1e-9));
  }

  @Test
  void historyIsWhatTheWireTellsUnderOurNamesAndSigns() {
    simulator.control(
        "POST",
        "/amber/sites",
        "{\"key\":\"psk_two\",\"firstNumber\":7,\"layout\":\"twoGeneral\"}");
    String site = records("psk_two", "/amber/sites").get(0).getString("id");
    List<JsonObject> usage =
        records(
            "psk_two", "/amber/sites/" + site + "/usage?startDate=2026-11-18&endDate=2026-11-18");
    JsonArray readings =
        simulator
            .control(
                "/history/amber/%s?stepSeconds=1800&from=2026-11-18T02:00:00Z&to=2026-11-18T02:30:00Z"
                    .formatted(site))
            .getJsonArray("readings");
    Map<String, Double> told = new TreeMap<>();
    readings
        .getValuesAs(JsonObject.class)
        .forEach(reading -> told.put(reading.getString("pointKey"), number(reading, "value")));
    Map<String, JsonObject> wire =
        usage.stream()
            .filter(record -> record.getString("endTime").equals("2026-11-18T02:30:00Z"))
            .collect(Collectors.toMap(r -> r.getString("channelIdentifier"), r -> r));

    assertThat(told)
        .containsEntry("grid_import_interval_kwh", number(wire.get("E1"), "kwh"))
        .containsEntry("grid_import_interval_kwh_e2", number(wire.get("E2"), "kwh"))
        .containsEntry("grid_export_interval_kwh", number(wire.get("B1"), "kwh"))
        .containsEntry("grid_import_price", number(wire.get("E1"), "perKwh"))
        .containsEntry("grid_export_price", 0 - number(wire.get("B1"), "perKwh"))
        .containsEntry("grid_export_credit", 0 - number(wire.get("B1"), "cost"))
        .containsEntry("grid_spot_price", number(wire.get("E1"), "spotPerKwh"))
        .containsEntry("grid_renewables", number(wire.get("E1"), "renewables"))
        .containsEntry("price_spike", 0.0);
  }

  // Limits and faults

  @Test
  void eleventhCallBlocksForAWholeWindow() {
    limit("{\"enabled\":true}");
    for (int calls = 0; calls < 10; calls++) {
      assertThat(call(KEY_30, SITE_30 + "/prices/current").statusCode()).isEqualTo(200);
    }
    simulator.advance(Duration.ofMinutes(4));

    HttpResponse<String> refused = call(KEY_30, SITE_30 + "/prices/current");
    simulator.advance(Duration.ofMinutes(4));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("retry-after")).isEmpty();
    assertThat(refused.headers().firstValue("ratelimit-reset")).isEmpty();
    assertThat(call(KEY_5, SITE_5 + "/prices/current").statusCode()).isEqualTo(200);
    assertThat(call(KEY_30, SITE_30 + "/prices/current").statusCode()).isEqualTo(429);
    simulator.advance(Duration.ofMinutes(5));
    assertThat(call(KEY_30, SITE_30 + "/prices/current").statusCode()).isEqualTo(200);
  }

  @Test
  void limitMayBeToldInHeaders() {
    limit("{\"enabled\":true,\"headers\":true}");

    HttpResponse<String> response = call(KEY_30, SITE_30 + "/prices/current");

    assertThat(response.headers().firstValue("ratelimit-remaining")).contains("9");
    assertThat(response.headers().firstValue("ratelimit-reset")).contains("300");
  }

  @Test
  void oneKindOfCallMayBreakDownAlone() {
    simulator.faults("amber", "{\"internalError\":\"usage\"}");

    HttpResponse<String> usage = call(KEY_30, SITE_30 + YESTERDAY);

    assertThat(usage.statusCode()).isEqualTo(500);
    assertThat(usage.body()).isEqualTo("{\"message\":\"Internal server error\"}");
    assertThat(call(KEY_30, SITE_30 + "/prices/current").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"authFail,403", "expireToken,401", "http429,429", "http500,500", "http503,503"})
  void refusalsHaveTheirStatus(String fault, int status) {
    simulator.faults("amber/" + AmberSites.DEMO_30, "{\"" + fault + "\":true}");

    assertThat(call(KEY_30, SITE_30 + "/prices/current").statusCode()).isEqualTo(status);
    assertThat(call(KEY_5, SITE_5 + "/prices/current").statusCode()).isEqualTo(200);
  }

  @Test
  void staleVendorRepeatsItself() {
    simulator.faults("amber", "{\"stale\":true}");
    List<JsonObject> before = records(KEY_30, SITE_30 + "/prices/current?next=3");
    simulator.advance(Duration.ofHours(2));

    assertThat(records(KEY_30, SITE_30 + "/prices/current?next=3")).isEqualTo(before);
  }

  @Test
  void repeatedTimeStampComesWithNewPrices() {
    simulator.faults("amber", "{\"duplicateTimestamps\":true}");
    JsonObject before = records(KEY_30, SITE_30 + "/prices/current").get(0);
    simulator.advance(Duration.ofHours(2));
    JsonObject after = records(KEY_30, SITE_30 + "/prices/current").get(0);

    assertThat(after.getString("endTime")).isEqualTo(before.getString("endTime"));
    assertThat(number(after, "perKwh")).isNotEqualTo(number(before, "perKwh"));
  }

  @Test
  void wrongClockAndSpoiltNumbersComeOnOrder() {
    simulator.faults("amber", "{\"clockSkew\":7200,\"nulls\":[\"perKwh\"]}");

    JsonObject current = records(KEY_30, SITE_30 + "/prices/current").get(0);

    assertThat(Instant.parse(current.getString("endTime"))).isEqualTo("2026-11-23T05:00:00Z");
    assertThat(current.get("perKwh")).isEqualTo(JsonValue.NULL);
    assertThat(current.get("spotPerKwh")).isInstanceOf(JsonNumber.class);
  }

  @Test
  void journalKnowsTheCallsAndNoKey() {
    call(KEY_30, SITE_30 + "/prices?" + TODAY);

    JsonObject newest =
        simulator.control("/journal?vendor=amber").getJsonArray("entries").getJsonObject(0);

    assertThat(newest.getString("path")).isEqualTo(SITE_30 + "/prices?" + TODAY);
    assertThat(newest.getString("kind")).isEqualTo("data");
    assertThat(newest.getString("site")).isEqualTo(AmberSites.DEMO_30);
    assertThat(simulator.control("/journal").toString()).doesNotContain(KEY_30);
  }
}
