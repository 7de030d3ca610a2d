package energy.liveone.simulator.enphase;

import static energy.liveone.simulator.enphase.EnphaseClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.simulator.SimulatorClient;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnphaseWireTest {

  private static final String DEMO = "demo@liveone.example";
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final String MICRO = "/systems/4218873/telemetry/production_micro";
  private static SimulatorClient simulator;
  private static EnphaseClient client;
  private String access = "";

  @BeforeAll
  static void start() {
    simulator = new SimulatorClient();
    client = new EnphaseClient(simulator);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void beginAnew() {
    simulator.control("DELETE", "/faults/enphase", "");
    simulator.control("DELETE", "/enphase/plan", "");
    setClock(SimulatorClient.NOON);
    access = client.tokens(DEMO).getString("access_token");
  }

  private static void setClock(Instant now) {
    simulator.control("PUT", "/clock", "{\"frozen\":true,\"now\":\"" + now + "\"}");
  }

  private JsonArray micro(String query) {
    return json(client.get(MICRO + query, access)).getJsonArray("intervals");
  }

  private static String dayQuery(LocalDate day) {
    return "?granularity=day&start_at=" + midnight(day).getEpochSecond();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(MELBOURNE).toInstant();
  }

  private static int end(JsonValue interval) {
    return interval.asJsonObject().getInt("end_at");
  }

  @Test
  void authorizePageAsksAndItsAnswersLeadBack() {
    HttpResponse<String> page = client.authorize(Map.of());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Allow access", "Deny", "value=\"s-1\"");
    assertThat(client.authorize(Map.of("decision", "deny")).headers().firstValue("location"))
        .hasValue(EnphaseClient.REDIRECT + "?error=access_denied&state=s-1");
    assertThat(client.authorize(Map.of("decision", "approve")).headers().firstValue("location"))
        .hasValueSatisfying(target -> assertThat(target).contains("?code=").endsWith("&state=s-1"));
  }

  @Test
  void codeIsGoodOnceAndOnlyForItsApplication() {
    String code = client.code(DEMO);
    Map<String, String> fields =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            EnphaseClient.REDIRECT);

    assertThat(client.token("liveone-demo", "wrong", fields).statusCode()).isEqualTo(401);
    assertThat(client.token("other-demo", "other-demo-secret", fields).body())
        .contains("invalid_grant");
    JsonObject tokens = json(client.redeem(code));
    assertThat(tokens.getString("enl_uid")).isEqualTo("4213377");
    assertThat(tokens.getInt("expires_in")).isEqualTo(86_393);
    assertThat(client.redeem(code).statusCode()).isEqualTo(400);
  }

  @Test
  void refreshTokenIsReplacedAndTheOldOneRefused() {
    JsonObject first = client.tokens(DEMO);
    JsonObject second = json(client.refresh(first.getString("refresh_token")));

    assertThat(second.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));
    HttpResponse<String> again = client.refresh(first.getString("refresh_token"));
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(json(again).getString("error")).isEqualTo("invalid_grant");
    assertThat(client.get(MICRO, second.getString("access_token")).statusCode()).isEqualTo(200);
  }

  @Test
  void refreshTokenOfAnEarlierRunIsGoodOnce() {
    String earlier = client.tokens(DEMO).getString("refresh_token");
    try (SimulatorClient startedAgain = new SimulatorClient()) {
      EnphaseClient later = new EnphaseClient(startedAgain);

      JsonObject renewed = json(later.refresh(earlier));

      assertThat(renewed.getString("refresh_token")).isNotEqualTo(earlier);
      assertThat(later.refresh(earlier).statusCode()).isEqualTo(400);
      assertThat(later.refresh(earlier.replaceFirst("e", "f")).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void accessRunsOutByTheVirtualClock() {
    simulator.advance(Duration.ofSeconds(86_392));
    assertThat(client.get(MICRO, access).statusCode()).isEqualTo(200);
    simulator.advance(Duration.ofSeconds(2));

    HttpResponse<String> refused = client.get(MICRO, access);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(json(refused).getString("message")).isEqualTo("Not Authorized");
  }

  @Test
  void listShowsBothDemoSystemsWithoutSizes() {
    JsonArray systems =
        json(client.get("/systems?page=1&size=100", access)).getJsonArray("systems");

    assertThat(systems).hasSize(2);
    JsonObject first = systems.getJsonObject(0);
    assertThat(first.getInt("system_id")).isEqualTo(4218873);
    assertThat(first.getInt("system_size")).isEqualTo(-1);
    assertThat(first.getInt("energy_lifetime")).isEqualTo(-1);
    assertThat(systems.getJsonObject(1).getString("timezone")).isEqualTo("Australia/Victoria");
    assertThat(json(client.get("/systems?page=2&size=1", access)).getJsonArray("systems"))
        .hasSize(1);
  }

  @Test
  void todayEndsAbout25MinutesAgo() {
    JsonArray intervals = micro("");

    Instant midnight = midnight(LocalDate.ofInstant(SimulatorClient.NOON, MELBOURNE));
    assertThat(end(intervals.get(0))).isEqualTo(midnight.getEpochSecond() + 300);
    long newest = end(intervals.get(intervals.size() - 1));
    assertThat(SimulatorClient.NOON.getEpochSecond() - newest).isBetween(1_500L, 1_800L);
    assertThat(micro("?granularity=day")).hasSameSizeAs(intervals);
  }

  @Test
  void dayThatIsOverHas288IntervalsThatAddUpToTheTruth() {
    LocalDate day = LocalDate.of(2026, 11, 20);

    JsonArray intervals = micro(dayQuery(day));

    assertThat(intervals).hasSize(288);
    assertThat(end(intervals.get(287))).isEqualTo(midnight(day.plusDays(1)).getEpochSecond());
    int sum = intervals.stream().mapToInt(row -> row.asJsonObject().getInt("enwh")).sum();
    double truth =
        simulator
            .control(
                "/truth/enphase/4218873?from=%s&to=%s"
                    .formatted(midnight(day), midnight(day.plusDays(1))))
            .getJsonObject("energyKwh")
            .getJsonNumber("solar")
            .doubleValue();
    assertThat(sum).isBetween((int) (truth * 1_000) - 1, (int) (truth * 1_000) + 1);
    assertThat(intervals.getJsonObject(0).getInt("devices_reporting")).isZero();
  }

  @Test
  void historyIsWhatTheWireTells() {
    LocalDate day = LocalDate.of(2026, 11, 20);
    JsonObject noon = micro(dayQuery(day)).getJsonObject(150);

    JsonArray told =
        simulator
            .control(
                "/history/enphase/4218873?stepSeconds=300&from=%d&to=%d"
                    .formatted(noon.getInt("end_at") - 300, noon.getInt("end_at")))
            .getJsonArray("readings");

    assertThat(told).hasSize(3);
    assertThat(told.getJsonObject(0).getInt("value")).isEqualTo(noon.getInt("powr"));
    assertThat(told.getJsonObject(1).getJsonNumber("value").doubleValue() * 1_000)
        .isEqualTo(noon.getInt("enwh"));
  }

  @Test
  void shortEveningIsCompleteTheNextDay() {
    simulator.faults("enphase/4218873", "{\"shortEvening\":true}");
    LocalDate day = LocalDate.of(2026, 11, 20);

    setClock(Instant.parse("2026-11-20T14:10:00Z"));
    JsonArray inTheNight = micro(dayQuery(day));
    setClock(Instant.parse("2026-11-20T16:10:00Z"));
    JsonArray later = micro(dayQuery(day));

    assertThat(inTheNight).hasSize(216);
    assertThat(later).hasSize(288);
  }

  @Test
  void metersAndBatteryTellQuarterHoursThatBalance() {
    String day = dayQuery(LocalDate.of(2026, 11, 20));
    JsonArray load = intervals("/systems/4218874/telemetry/consumption_meter" + day);
    JsonArray battery = intervals("/systems/4218874/telemetry/battery" + day);
    JsonArray bought = intervals("/systems/4218874/energy_import_telemetry" + day).getJsonArray(0);
    JsonArray sold = intervals("/systems/4218874/energy_export_telemetry" + day).getJsonArray(0);
    JsonArray micro = intervals("/systems/4218874/telemetry/production_micro" + day);

    assertThat(List.of(load.size(), battery.size(), bought.size(), sold.size())).containsOnly(96);
    for (int i = 0; i < 96; i++) {
      int solar = 0;
      for (int j = 0; j < 3; j++) {
        solar += micro.getJsonObject(3 * i + j).getInt("enwh");
      }
      JsonObject store = battery.getJsonObject(i);
      int supplied =
          solar
              + bought.getJsonObject(i).getInt("wh_imported")
              - sold.getJsonObject(i).getInt("wh_exported")
              + store.getJsonObject("discharge").getInt("enwh")
              - store.getJsonObject("charge").getInt("enwh");
      assertThat(supplied)
          .isBetween(
              load.getJsonObject(i).getInt("enwh") - 5, load.getJsonObject(i).getInt("enwh") + 5);
    }
  }

  private JsonArray intervals(String path) {
    return json(client.get(path, access)).getJsonArray("intervals");
  }

  @Test
  void systemWithoutMetersTellsNone() {
    assertThat(intervals("/systems/4218873/telemetry/consumption_meter")).isEmpty();
    assertThat(intervals("/systems/4218873/telemetry/battery")).isEmpty();
  }

  @Test
  void refusalsHaveTheVendorsShapes() {
    assertThat(client.get(MICRO, "nobody").statusCode()).isEqualTo(401);
    assertThat(client.get(MICRO, access, "other-demo-key").body())
        .contains("API Key -Client mismatch");
    assertThat(client.get("/systems/99/summary", access).statusCode()).isEqualTo(404);
    assertThat(client.get(MICRO + dayQuery(LocalDate.of(2026, 11, 25)), access).body())
        .contains("Requested date is in the future");
    assertThat(simulator.send(simulator.request("/enphase/api/v4" + MICRO).DELETE()).body())
        .contains("\"message\":[\"Method Not Allowed\"]");
    simulator.faults("enphase/4218873", "{\"forbidden\":true}");
    assertThat(client.get(MICRO, access).statusCode()).isEqualTo(403);
  }

  @Test
  void planRefusesTheEleventhCallOfAMinuteAndSaysWhenItEnds() {
    simulator.control("PUT", "/enphase/plan", "{\"plan\":\"watt\"}");
    for (int call = 0; call < 10; call++) {
      assertThat(client.get(MICRO, access).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> eleventh = client.get(MICRO, access);

    assertThat(eleventh.statusCode()).isEqualTo(429);
    assertThat(json(eleventh).getString("details")).isEqualTo("Usage limit exceeded for plan Watt");
    assertThat(json(eleventh).getInt("period_end"))
        .isEqualTo(SimulatorClient.NOON.getEpochSecond() - 7 + 60);
    simulator.advance(Duration.ofMinutes(1));
    assertThat(client.get(MICRO, access).statusCode()).isEqualTo(200);
    assertThat(
            simulator
                .control("/enphase/plan")
                .getJsonObject("applications")
                .getJsonObject("liveone-demo-key")
                .getInt("callsThisMonth"))
        .isEqualTo(11);
  }

  @Test
  void fleetIsSharedOutOverAccounts() {
    JsonObject made = simulator.control("POST", "/enphase/fleet", "{\"count\":5,\"accounts\":2}");
    String second = client.tokens("enphase2@sim.example").getString("access_token");

    assertThat(made.getJsonArray("accounts")).hasSize(2);
    assertThat(json(client.get("/systems?size=100", second)).getJsonArray("systems")).hasSize(2);
    assertThat(client.get("/systems/5000001/summary", second).statusCode()).isEqualTo(200);
    assertThat(client.get("/systems/5000000/summary", second).statusCode()).isEqualTo(403);
  }

  @Test
  void revokedGrantIsWorthNothing() {
    JsonObject tokens = client.tokens(DEMO);

    simulator.control("POST", "/enphase/revoke", "{}");

    assertThat(client.get(MICRO, tokens.getString("access_token")).statusCode()).isEqualTo(401);
    assertThat(client.refresh(tokens.getString("refresh_token")).body()).contains("invalid_grant");
  }
}
