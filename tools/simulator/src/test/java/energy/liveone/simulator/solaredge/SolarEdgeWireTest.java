package energy.liveone.simulator.solaredge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.liveone.simulator.SimulatorClient;
import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolarEdgeWireTest {
  private static final String KEY = "DEMO0SOLAREDGE0KEY";
  private static final String HOUSE = "/site/1482210/";
  private static final String SHED = "/site/1482211/";
  private static final String AUTUMN = "2026-04-05";
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
    simulator.control("DELETE", "/faults/solaredge", "");
    simulator.control("DELETE", "/solaredge/ledger", "");
    simulator.control("PUT", "/solaredge/limits", "{\"daily\":300,\"concurrent\":3}");
    settings(
        "{\"unit\":\"kW\",\"spelling\":\"mixed\",\"batteries\":1,\"latencyMs\":0,"
            + "\"chargeName\":\"batteryPercentageState\",\"zone\":\"Australia/Melbourne\"}");
    at(SimulatorClient.NOON);
    simulator.control("DELETE", "/journal", "");
  }

  private static void settings(String settings) {
    simulator.control("PUT", "/solaredge/sites/1482210", settings);
  }

  private static void at(Instant now) {
    simulator.control("PUT", "/clock", "{\"frozen\":true,\"now\":\"" + now + "\"}");
  }

  private static HttpResponse<String> get(String path, String parameters, String key) {
    return simulator.send(
        simulator
            .request("/solaredge" + path + "?" + parameters + "&api_key=" + key)
            .header("Accept", "application/json"));
  }

  private static HttpResponse<String> get(String path) {
    return get(path, "", KEY);
  }

  private static JsonObject json(String path, String parameters) {
    HttpResponse<String> response = get(path, parameters, KEY);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonText.parseObject(response.body()).orElseThrow();
  }

  private static String range(String from, String to) {
    return "startTime=" + from.replace(" ", "%20") + "&endTime=" + to.replace(" ", "%20");
  }

  private static JsonObject energy(String from, String to) {
    return json(HOUSE + "energyDetails", range(from, to) + "&timeUnit=QUARTER_OF_AN_HOUR")
        .getJsonObject("energyDetails");
  }

  private static JsonArray telemetries(String from, String to) {
    return json(HOUSE + "storageData", range(from, to))
        .getJsonObject("storageData")
        .getJsonArray("batteries")
        .getJsonObject(0)
        .getJsonArray("telemetries");
  }

  private static List<JsonObject> values(JsonObject details, String type) {
    for (JsonValue meter : details.getJsonArray("meters")) {
      if (meter.asJsonObject().getString("type").equals(type)) {
        return meter.asJsonObject().getJsonArray("values").getValuesAs(JsonObject.class);
      }
    }
    throw new AssertionError("no meter " + type);
  }

  private static double number(JsonObject object, String name) {
    return object.getJsonNumber(name).doubleValue();
  }

  /** Watts with LiveOne's signs, whatever the spelling. */
  private static Map<String, Long> watts() {
    JsonObject flow = json(HOUSE + "currentPowerFlow", "").getJsonObject("siteCurrentPowerFlow");
    double unit = flow.getString("unit").equals("kW") ? 1_000 : 1;
    Set<String> targets = new HashSet<>();
    flow.getJsonArray("connections")
        .getValuesAs(JsonObject.class)
        .forEach(one -> targets.add(one.getString("to").toUpperCase(Locale.ROOT)));
    Map<String, Long> watts = new HashMap<>();
    for (String name : flow.keySet()) {
      String upper = name.toUpperCase(Locale.ROOT);
      if (Set.of("PV", "LOAD", "GRID", "STORAGE").contains(upper)) {
        double size = number(flow.getJsonObject(name), "currentPower") * unit;
        assertThat(size).isNotNegative();
        boolean out = !upper.equals("LOAD") && targets.contains(upper);
        watts.put(upper, Math.round(out ? -size : size));
      }
    }
    return watts;
  }

  @Test
  void flowBalancesByItsConnections() {
    Map<String, Long> watts = watts();

    assertThat(watts.get("LOAD"))
        .isEqualTo(watts.get("PV") + watts.get("GRID") + watts.get("STORAGE"))
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource({"W,mixed", "W,upper", "kW,lower", "kW,title", "W,lower"})
  void unitAndSpellingChangeNoWatt(String unit, String spelling) {
    Map<String, Long> usual = watts();

    settings("{\"unit\":\"" + unit + "\",\"spelling\":\"" + spelling + "\"}");

    assertThat(watts()).isEqualTo(usual);
    assertThat(get(HOUSE + "currentPowerFlow").body()).contains("\"unit\":\"" + unit + "\"");
  }

  @Test
  void siteWithoutMetersTellsEmptyObjectsAndALiveOverview() {
    assertThat(get(SHED + "currentPowerFlow").body()).isEqualTo("{\"siteCurrentPowerFlow\":{}}");
    assertThat(
            get(SHED + "energyDetails", range("2026-11-23 12:00:00", "2026-11-23 13:00:00"), KEY)
                .body())
        .contains("\"meters\":[]");
    JsonObject overview = json(SHED + "overview", "").getJsonObject("overview");
    assertThat(number(overview.getJsonObject("currentPower"), "power")).isPositive();
  }

  @Test
  void backupModeHasADisabledGrid() {
    simulator.faults("solaredge/1482210", "{\"backup\":true}");

    assertThat(watts()).containsEntry("GRID", 0L);
    assertThat(get(HOUSE + "currentPowerFlow").body()).contains("\"Disabled\"");
  }

  @Test
  void runningQuarterHourHasNoValueAndTheLastOneStillGrows() {
    List<JsonObject> before =
        values(energy("2026-11-23 13:00:00", "2026-11-23 13:45:00"), "Production");
    assertThat(before)
        .extracting(value -> value.getString("date"))
        .containsExactly(
            "2026-11-23 13:00:00",
            "2026-11-23 13:15:00",
            "2026-11-23 13:30:00",
            "2026-11-23 13:45:00");
    assertThat(before.get(2)).hasSize(1);

    simulator.advance(Duration.ofMinutes(15));
    List<JsonObject> after =
        values(energy("2026-11-23 13:00:00", "2026-11-23 13:45:00"), "Production");

    assertThat(number(after.get(0), "value")).isEqualTo(number(before.get(0), "value"));
    assertThat(number(after.get(1), "value")).isGreaterThan(number(before.get(1), "value"));
  }

  @Test
  void quarterHoursAddUpToTheTruth() {
    List<JsonObject> day =
        values(energy("2026-11-22 00:00:00", "2026-11-22 23:59:59"), "Production");
    JsonObject truth =
        simulator
            .control("/truth/solaredge/1482210?from=2026-11-21T13:00:00Z&to=2026-11-22T13:00:00Z")
            .getJsonObject("energyKwh");

    double sum = day.stream().mapToDouble(value -> number(value, "value")).sum();
    assertThat(day).hasSize(96);
    assertThat(sum / 1_000).isCloseTo(number(truth, "solar"), within(0.001));
  }

  @Test
  void historyHasTheSameQuarterHours() {
    List<JsonObject> wire =
        values(energy("2026-11-22 10:00:00", "2026-11-22 10:00:00"), "Consumption");
    JsonArray readings =
        simulator
            .control(
                "/history/solaredge/1482210?stepSeconds=900"
                    + "&from=2026-11-21T23:00:00Z&to=2026-11-21T23:15:00Z")
            .getJsonArray("readings");

    assertThat(readings.getValuesAs(JsonObject.class))
        .filteredOn(one -> one.getString("pointKey").equals("load_interval_kwh"))
        .singleElement()
        .satisfies(
            one ->
                assertThat(number(one, "value"))
                    .isCloseTo(number(wire.get(0), "value") / 1_000, within(1e-9)));
  }

  @Test
  void orderOfMetersVaries() {
    Set<String> orders = new HashSet<>();
    for (int hour = 0; hour < 5; hour++) {
      simulator.advance(Duration.ofHours(1));
      List<String> order = new ArrayList<>();
      energy("2026-11-23 10:00:00", "2026-11-23 10:00:00")
          .getJsonArray("meters")
          .getValuesAs(JsonObject.class)
          .forEach(meter -> order.add(meter.getString("type")));
      assertThat(order)
          .containsExactlyInAnyOrder(
              "Production", "Consumption", "SelfConsumption", "FeedIn", "Purchased");
      orders.add(order.toString());
    }

    assertThat(orders).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Australia/Melbourne, 2026-04-05, 8",
    "Australia/Melbourne, 2026-10-04, 0",
    "Europe/Berlin, 2026-10-25, 8",
    "Europe/Berlin, 2026-03-29, 0",
    "Europe/Berlin, 2026-03-28, 4"
  })
  void hourOfTheClockChangeComesTwiceOrNotAtAll(String zone, String day, int quarters) {
    settings("{\"zone\":\"" + zone + "\"}");

    List<String> dates =
        values(energy(day + " 00:00:00", day + " 23:59:59"), "Production").stream()
            .map(value -> value.getString("date"))
            .toList();

    assertThat(dates).filteredOn(date -> date.startsWith(day + " 02:")).hasSize(quarters);
    assertThat(dates).hasSize(92 + quarters);
  }

  @Test
  void telemetryOfTheDoubleHourIsInOrder() {
    List<String> stamps =
        telemetries(AUTUMN + " 01:50:00", AUTUMN + " 03:00:00")
            .getValuesAs(JsonObject.class)
            .stream()
            .map(one -> one.getString("timeStamp"))
            .toList();

    assertThat(stamps).filteredOn(stamp -> stamp.startsWith(AUTUMN + " 02:")).hasSize(24);
  }

  @Test
  void chargingIsPositiveInTheTelemetryAndOffTheFullFiveMinutes() {
    at(Instant.parse("2026-11-22T23:30:00Z"));
    JsonArray telemetries = telemetries("2026-11-23 09:00:00", "2026-11-23 10:00:00");

    assertThat(telemetries).hasSize(12);
    JsonObject first = telemetries.getJsonObject(0);
    JsonObject last = telemetries.getJsonObject(11);
    boolean charged =
        number(last, "lifeTimeEnergyCharged") > number(first, "lifeTimeEnergyCharged");
    assertThat(charged).isTrue();
    assertThat(telemetries.getValuesAs(JsonObject.class)).anyMatch(one -> number(one, "power") > 0);
    assertThat(first.getString("timeStamp")).doesNotEndWith(":00");
    assertThat(first).containsKey("batteryPercentageState");

    settings("{\"chargeName\":\"stateOfCharge\"}");
    simulator.faults("solaredge/1482210", "{\"zeroBatteryCounters\":true}");
    JsonObject odd = telemetries("2026-11-23 09:00:00", "2026-11-23 10:00:00").getJsonObject(0);
    assertThat(odd).containsKey("stateOfCharge");
    assertThat(number(odd, "lifeTimeEnergyCharged")).isZero();
    assertThat(number(odd, "lifeTimeEnergyDischarged")).isZero();
  }

  @Test
  void lifetimeEnergyMayBeZeroBesideOtherSums() {
    simulator.faults("solaredge/1482210", "{\"lifetimeZero\":{\"times\":1}}");

    JsonObject defect = json(HOUSE + "overview", "").getJsonObject("overview");
    JsonObject right = json(HOUSE + "overview", "").getJsonObject("overview");

    assertThat(number(defect.getJsonObject("lifeTimeData"), "energy")).isZero();
    assertThat(number(defect.getJsonObject("lastYearData"), "energy")).isPositive();
    assertThat(number(right.getJsonObject("lifeTimeData"), "energy"))
        .isGreaterThan(number(right.getJsonObject("lastYearData"), "energy"));
  }

  @Test
  void offlineInverterRepeatsItsFlowAndTheOverviewTellsSinceWhen() {
    simulator.faults("solaredge/1482210", "{\"stale\":true}");
    String flow = get(HOUSE + "currentPowerFlow").body();
    String updated =
        json(HOUSE + "overview", "").getJsonObject("overview").getString("lastUpdateTime");

    simulator.advance(Duration.ofHours(3));

    assertThat(get(HOUSE + "currentPowerFlow").body()).isEqualTo(flow);
    assertThat(json(HOUSE + "overview", "").getJsonObject("overview").getString("lastUpdateTime"))
        .isEqualTo(updated);
    assertThat(values(energy("2026-11-23 16:00:00", "2026-11-23 16:00:00"), "Production").get(0))
        .doesNotContainKey("value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WRONG", "SITE14822110ONLY0KEY"})
  void keyWithoutARightIsForbidden(String key) {
    assertThat(get(HOUSE + "overview", "", key).statusCode()).isEqualTo(403);
  }

  @Test
  void keyOfASiteReachesItAndNoList() {
    assertThat(get(SHED + "overview", "", "SITE14822110ONLY0KEY").statusCode()).isEqualTo(200);
    assertThat(get("/sites/list", "", "SITE14822110ONLY0KEY").statusCode()).isEqualTo(403);
  }

  @Test
  void accountListsItsSitesByPages() {
    JsonObject page = json("/sites/list", "size=1&startIndex=1").getJsonObject("sites");

    assertThat(page.getInt("count")).isEqualTo(2);
    assertThat(page.getJsonArray("site").getJsonObject(0).getInt("id")).isEqualTo(1482211);
    assertThat(json(HOUSE + "details", "").toString()).contains("Australia/Melbourne");
    assertThat(json(HOUSE + "inventory", "").getJsonObject("Inventory").toString())
        .contains("\"SN\":\"BAT1482210-1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "storageData, 2026-11-01 00:00:00, 2026-11-08 00:00:01, 403",
    "storageData, 2026-11-01 00:00:00, 2026-11-08 00:00:00, 200",
    "energyDetails, 2026-10-01 00:00:00, 2026-11-02 00:00:00, 403",
    "powerDetails, 2026-10-01 00:00:00, 2026-11-01 00:00:00, 200",
    "energyDetails, nonsense, 2026-11-02 00:00:00, 400"
  })
  void stretchHasALimit(String call, String from, String to, int status) {
    assertThat(get(HOUSE + call, range(from, to), KEY).statusCode()).isEqualTo(status);
  }

  @Test
  void dayHas300CallsForAKeyAndForASite() {
    simulator.control("PUT", "/solaredge/limits", "{\"daily\":10}");
    for (int call = 0; call < 6; call++) {
      assertThat(get(HOUSE + "overview").statusCode()).isEqualTo(200);
    }
    for (int call = 0; call < 4; call++) {
      assertThat(get(SHED + "overview").statusCode()).isEqualTo(200);
    }
    assertThat(get(SHED + "overview").statusCode()).isEqualTo(429);
    assertThat(get(SHED + "overview", "", "SITE14822110ONLY0KEY").statusCode()).isEqualTo(200);
    assertThat(simulator.control("/solaredge/ledger?site=1482211").getInt("used")).isEqualTo(5);

    simulator.advance(Duration.ofHours(24));

    assertThat(get(SHED + "overview").statusCode()).isEqualTo(200);
    assertThat(simulator.control("/solaredge/ledger?apiKey=" + KEY).getInt("used")).isEqualTo(1);
  }

  @Test
  void moreThanThreeCallsAtOnceAreRefused() {
    settings("{\"latencyMs\":1000}");
    ExecutorService callers = Executors.newFixedThreadPool(5);
    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> get(HOUSE + "details").statusCode(), callers))
            .toList();

    List<Integer> statuses = calls.stream().map(CompletableFuture::join).toList();
    callers.shutdown();
    assertThat(statuses).filteredOn(status -> status == 429).isNotEmpty();
    assertThat(statuses).filteredOn(status -> status == 200).hasSizeLessThanOrEqualTo(3);

    simulator.control("PUT", "/solaredge/limits", "{\"concurrent\":0}");
    assertThat(get(HOUSE + "details").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"text,Invalid token", "xml,<error>", "json,{\"String\""})
  void refusalsComeAsTextXmlOrJson(String form, String start) {
    simulator.faults("solaredge", "{\"authFail\":true,\"errorBody\":\"" + form + "\"}");

    HttpResponse<String> response = get(HOUSE + "overview");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains(start);
  }

  @Test
  void browserIsAnsweredInXml() {
    HttpResponse<String> response =
        simulator.send(
            simulator
                .request("/solaredge" + HOUSE + "overview?api_key=" + KEY)
                .header("Accept", "text/html,application/xml;q=0.9"));

    assertThat(response.headers().firstValue("content-type").orElse("")).contains("xml");
  }

  @Test
  void fleetSpreadsSitesOverAccounts() {
    JsonArray sites =
        simulator
            .control(
                "POST", "/solaredge/fleet", "{\"count\":5,\"accounts\":2,\"firstSite\":2500000}")
            .getJsonArray("sites");

    assertThat(sites).hasSize(5);
    JsonObject last = sites.getJsonObject(4);
    assertThat(
            get("/site/" + last.getString("siteId") + "/overview", "", last.getString("apiKey"))
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/site/2500001/overview", "", last.getString("apiKey")).statusCode())
        .isEqualTo(403);
    JsonObject list =
        JsonText.parseObject(get("/sites/list", "", last.getString("apiKey")).body()).orElseThrow();
    assertThat(list.getJsonObject("sites").getInt("count")).isEqualTo(3);
  }

  @Test
  void commonFaultsSpoilReadingsOnly() {
    simulator.faults("solaredge/1482210", "{\"nulls\":true}");
    assertThat(get(HOUSE + "currentPowerFlow").body())
        .contains("\"currentPower\":null", "\"unit\":\"kW\"");

    simulator.faults("solaredge/1482210", "{\"http503\":true}");
    assertThat(get(HOUSE + "overview").statusCode()).isEqualTo(503);
    assertThat(get(SHED + "overview").statusCode()).isEqualTo(200);
  }

  @Test
  void journalNeverHoldsAKey() {
    get(HOUSE + "overview");
    get(HOUSE + "overview", "", "WRONG0KEY0OF0SOMEBODY");

    String journal = simulator.control("/journal?vendor=solaredge&limit=100").toString();

    assertThat(journal)
        .contains("api_key=***", "/solaredge/site/1482210/overview")
        .doesNotContain(KEY, "WRONG0KEY0OF0SOMEBODY");
  }
}
