package energy.liveone.simulator.mondo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.liveone.simulator.SimulatorClient;
import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MondoWireTest {

  private static final String GROUP = "7c0ffee0-0000-4000-8000-000000000001";
  private static SimulatorClient simulator;
  private static MondoPortalClient portal;
  private String token = "";

  @BeforeAll
  static void start() {
    simulator = new SimulatorClient();
    portal = new MondoPortalClient(simulator);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void beginAnew() {
    simulator.control("DELETE", "/faults/mondo", "");
    simulator.control(
        "PUT", "/clock", "{\"frozen\":true,\"now\":\"" + SimulatorClient.NOON + "\"}");
    token = portal.tokens().getString("access_token");
    simulator.control("DELETE", "/journal", "");
  }

  private static JsonObject json(HttpResponse<String> response) {
    return JsonText.parseObject(response.body()).orElseThrow();
  }

  private Map<String, JsonObject> rows() {
    return json(portal.get("/subcircuit/" + GROUP, token)).getJsonArray("rows").stream()
        .map(JsonValue::asJsonObject)
        .collect(
            Collectors.toMap(row -> row.getString("monitoringPointName"), Function.identity()));
  }

  private JsonObject widget() {
    return json(portal.get("/liveusage/widget/" + GROUP, token));
  }

  private static double number(JsonObject object, String name) {
    return object.getJsonNumber(name).doubleValue();
  }

  private double watts(String circuit) {
    return number(rows().get(circuit), "energyNowW");
  }

  // Sign-in

  @Test
  void wrongPasswordGetsTheFormAgain() {
    HttpResponse<String> answer = portal.submit(portal.page(), "demo@liveone.example", "wrong");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Invalid login", "__RequestVerificationToken");
    assertThat(answer.headers().allValues("set-cookie")).isEmpty();
  }

  @Test
  void formWithoutTheCookieOfItsPageIsABadRequest() {
    HttpResponse<String> page = portal.page();
    HttpResponse<String> other = portal.page();
    String token = page.body().replaceAll("(?s).*Token\"[^>]*value=\"([^\"]+)\".*", "$1");

    HttpResponse<String> answer =
        portal.post(
            "/mondo/Account/Login",
            Map.of(
                "Email", "demo@liveone.example",
                "Password", "sunny-side-up",
                "__RequestVerificationToken", token),
            MondoPortalClient.cookies(other));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void codeNeedsASession() {
    HttpResponse<String> answer = portal.authorize("x=y", MondoPortalClient.challenge("v"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location").orElse(""))
        .contains("/Account/Login")
        .doesNotContain("code=");
  }

  @Test
  void codeServesOnceAndOnlyWithItsVerifier() {
    assertThat(portal.redeem(portal.code(), "w".repeat(43)).body()).contains("invalid_grant");
    String code = portal.code();

    HttpResponse<String> first = portal.redeem(code, MondoPortalClient.VERIFIER);

    assertThat(json(first).getInt("expires_in")).isEqualTo(300);
    assertThat(portal.redeem(code, MondoPortalClient.VERIFIER).statusCode()).isEqualTo(400);
  }

  @Test
  void tokenEndsAfterFiveMinutesAndIsRefreshedOnce() {
    JsonObject tokens = portal.tokens();
    String old = tokens.getString("access_token");
    simulator.advance(Duration.ofSeconds(301));

    assertThat(portal.get("/subcircuit/" + GROUP, old).statusCode()).isEqualTo(401);
    HttpResponse<String> renewed = portal.refresh(tokens.getString("refresh_token"));
    String fresh = json(renewed).getString("access_token");
    assertThat(portal.get("/subcircuit/" + GROUP, fresh).statusCode()).isEqualTo(200);
    assertThat(portal.refresh(tokens.getString("refresh_token")).body()).contains("invalid_grant");
  }

  @Test
  void keyGoesInPlaceOfAToken() {
    assertThat(portal.get("/subcircuit/" + GROUP, "mondo-demo-key").statusCode()).isEqualTo(200);
    assertThat(portal.get("/subcircuit/" + GROUP, "another-key").statusCode()).isEqualTo(401);
  }

  @Test
  void portalThatChangedHasNoTokenOrNoCode() {
    simulator.faults("mondo", "{\"portalChanged\":\"noToken\"}");
    assertThat(portal.page().body()).doesNotContain("__RequestVerificationToken");

    simulator.faults("mondo", "{\"portalChanged\":\"noCode\"}");
    assertThat(portal.code()).contains("error=server_error");
  }

  @Test
  void refusedLoginExpiredTokenAndRefusedRefreshAreFaults() {
    JsonObject tokens = portal.tokens();
    simulator.faults("mondo", "{\"authFail\":true,\"refreshFail\":true}");
    assertThat(portal.submit(portal.page(), "demo@liveone.example", "sunny-side-up").statusCode())
        .isEqualTo(200);
    assertThat(portal.refresh(tokens.getString("refresh_token")).statusCode()).isEqualTo(400);

    simulator.faults("mondo", "{\"expireToken\":{\"times\":1}}");
    assertThat(portal.get("/subcircuit/" + GROUP, token).statusCode()).isEqualTo(401);
  }

  // Data

  @Test
  void groupsAreFoundThroughOrganizations() {
    String organizations = portal.get("/monitoring/organizations", token).body();
    String id = organizations.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

    String groups =
        portal.get("/monitoring/organizations/" + id + "/monitoringpointgroups", token).body();

    assertThat(groups).isEqualTo("[{\"id\":\"" + GROUP + "\",\"name\":\"12 Example Rd\"}]");
  }

  @Test
  void circuitsAreSharesOfABalancedHome() {
    Map<String, JsonObject> rows = rows();

    double solar =
        number(rows.get("Solar Inverter 1"), "energyNowW")
            + number(rows.get("Carport Panels"), "energyNowW");
    double battery = number(rows.get("Battery Storage"), "energyNowW");
    double load = solar + battery + number(rows.get("Mains"), "energyNowW");
    assertThat(number(rows.get("Hot Water"), "energyNowW")).isCloseTo(0.3 * load, within(0.3));
    assertThat(rows.get("Battery").getString("loadType")).isEqualTo("Hybridinverter");
    assertThat(number(rows.get("Battery"), "energyNowW"))
        .isCloseTo(battery + number(rows.get("Carport Panels"), "energyNowW"), within(0.3));
  }

  @Test
  void widgetIsMinutesOldAndHasTheBatteryTurnedRound() {
    JsonObject widget = widget();

    Instant recorded = Instant.parse(widget.getString("lastRecordedUtc"));
    assertThat(Duration.between(recorded, SimulatorClient.NOON))
        .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(9));
    JsonObject live = widget.getJsonObject("liveUsageData");
    double supplied =
        number(live.getJsonObject("solar"), "value")
            + number(live.getJsonObject("grid"), "value")
            - number(live.getJsonObject("battery"), "value");
    assertThat(supplied).isCloseTo(number(widget, "demand"), within(0.03));
    assertThat(number(live.getJsonObject("battery"), "stateOfCharge")).isBetween(0.0, 100.0);
  }

  @Test
  void countersAreTheIntegralsOfTruth() {
    double before = number(rows().get("Mains"), "totalEnergyWh");
    Instant from = SimulatorClient.NOON.minusSeconds(7);
    simulator.advance(Duration.ofHours(8));
    token = portal.tokens().getString("access_token");

    double imported = number(rows().get("Mains"), "totalEnergyWh") - before;

    JsonObject truth =
        simulator.control(
            "/truth/mondo/" + GROUP + "?from=" + from + "&to=" + from.plusSeconds(8 * 3600));
    assertThat(imported / 1000)
        .isCloseTo(number(truth.getJsonObject("energyKwh"), "gridImport"), within(0.0011));
  }

  @Test
  void historyTellsWhatTheRowsTell() {
    Map<String, JsonObject> rows = rows();
    Instant minute = SimulatorClient.NOON.minusSeconds(7);

    JsonArray readings =
        simulator
            .control(
                "/history/mondo/"
                    + GROUP
                    + "?from="
                    + minute.minusSeconds(60)
                    + "&to="
                    + minute
                    + "&stepSeconds=60")
            .getJsonArray("readings");

    Map<String, Double> values =
        readings.stream()
            .map(JsonValue::asJsonObject)
            .collect(
                Collectors.toMap(one -> one.getString("pointKey"), one -> number(one, "value")));
    assertThat(values)
        .containsEntry("hot_water_w", number(rows.get("Hot Water"), "energyNowW"))
        .containsEntry("hot_water_kwh", number(rows.get("Hot Water"), "totalEnergyWh") / 1000)
        .containsEntry("battery_circuit_w", number(rows.get("Battery"), "energyNowW"))
        .containsEntry("battery_w", number(rows.get("Battery Storage"), "energyNowW"))
        .containsEntry("grid_w", number(rows.get("Mains"), "energyNowW"))
        .containsKeys("solar_w", "load_w", "kitchen_kwh");
  }

  @Test
  void idOfAnotherKindOrAccountIsForbiddenAndAnUnknownOneNotFound() {
    String circuit = rows().get("Hot Water").getString("monitoringPointId");
    JsonObject other =
        simulator.control(
            "POST", "/mondo/accounts", "{\"email\":\"ann@sim.example\",\"password\":\"pw\"}");

    assertThat(portal.get("/subcircuit/" + circuit, token).statusCode()).isEqualTo(403);
    assertThat(
            portal
                .get("/subcircuit/" + other.getJsonArray("groups").getString(0), token)
                .statusCode())
        .isEqualTo(403);
    assertThat(portal.get("/subcircuit/" + "0".repeat(8), token).statusCode()).isEqualTo(404);
  }

  @Test
  void addedAccountReachesItsOwnGroupsOnly() {
    JsonObject account =
        simulator.control(
            "POST",
            "/mondo/accounts",
            "{\"email\":\"bob@sim.example\",\"password\":\"pw\",\"groups\":3}");

    assertThat(account.getJsonArray("groups")).hasSize(3);
    String own = account.getJsonArray("groups").getString(2);
    String key = account.getString("apiKey");
    assertThat(portal.get("/subcircuit/" + own, key).statusCode()).isEqualTo(200);
    assertThat(portal.get("/subcircuit/" + GROUP, key).statusCode()).isEqualTo(403);
  }

  @Test
  void circuitsAreRenamedVanishAndCome() {
    JsonObject account =
        simulator.control(
            "POST", "/mondo/accounts", "{\"email\":\"cara@sim.example\",\"password\":\"pw\"}");
    String key = account.getString("apiKey");
    String own = account.getJsonArray("groups").getString(0);
    String circuits = "/mondo/groups/" + own + "/circuits";
    String id =
        simulator
            .control("POST", circuits, "{\"name\":\"Sauna\",\"loadType\":\"SaunaOven\"}")
            .getString("id");

    simulator.control("PUT", circuits + "/" + id, "{\"name\":\"Steam Bath\"}");
    simulator.control("PUT", circuits + "/Kitchen", "{\"vanished\":true}");

    assertThat(portal.get("/subcircuit/" + own, key).body())
        .contains("Steam Bath", "SaunaOven", id)
        .doesNotContain("Sauna\"", "Kitchen");
    simulator.control("PUT", circuits + "/Kitchen", "{\"vanished\":false}");
    assertThat(portal.get("/subcircuit/" + own, key).body()).contains("Kitchen");
  }

  @Test
  void dayBeginsAtLocalMidnightAndEndsNow() {
    JsonObject day = day("2026-11-23");

    JsonObject energy = day.getJsonObject("energyData");
    assertThat(day.getString("timezone")).isEqualTo("Australia/Melbourne");
    assertThat(energy.keySet().iterator().next()).isEqualTo("2026-11-22T13:00:00Z");
    assertThat(energy).hasSize((13 * 60 + 30) / 5);
    assertThat(day("2026-10-04").getJsonObject("energyData")).hasSize(276);
  }

  private JsonObject day(String date) {
    return json(
        simulator.send(
            simulator
                .request("/mondo/getDayEnergy")
                .header("Authorization", "Bearer " + token)
                .POST(
                    BodyPublishers.ofString(
                        "{\"monitoringPointGroupId\":\"%s\",\"mode\":\"date\",\"date\":\"%s\"}"
                            .formatted(GROUP, date)))));
  }

  // Faults

  @Test
  void staleSiteShowsOldRowsUnderAnOldTime() {
    simulator.faults("mondo/" + GROUP, "{\"stale\":true}");
    double before = watts("Hot Water");
    String recorded = widget().getString("lastRecordedUtc");
    simulator.advance(Duration.ofMinutes(4));

    assertThat(watts("Hot Water")).isEqualTo(before);
    assertThat(widget().getString("lastRecordedUtc")).isEqualTo(recorded);
  }

  @Test
  void batteryCanBeReversedCountersResetAndStepBack() {
    double battery = watts("Battery Storage");
    double wh = number(rows().get("Hot Water"), "totalEnergyWh");

    simulator.faults("mondo", "{\"reversedBattery\":true,\"negativeStep\":0.05}");
    assertThat(watts("Battery Storage")).isEqualTo(0 - battery);
    assertThat(number(rows().get("Hot Water"), "totalEnergyWh")).isCloseTo(wh - 50, within(1.0));

    simulator.faults("mondo", "{\"counterReset\":true}");
    assertThat(number(rows().get("Hot Water"), "totalEnergyWh")).isLessThan(10);
  }

  @Test
  void journalCountsLoginsAndKeepsNoSecret() {
    portal.tokens();
    rows();

    String journal = simulator.controlResponse("GET", "/journal?vendor=mondo&limit=20", "").body();
    assertThat(journal)
        .doesNotContain("sunny-side-up", token, "signin-callback?", MondoPortalClient.VERIFIER);
    JsonObject counts =
        simulator.control("/journal/summary").getJsonObject("vendors").getJsonObject("mondo");
    assertThat(counts.getInt("logins")).isEqualTo(2);
    assertThat(counts.getInt("dataCalls")).isEqualTo(1);
  }
}
