package energy.liveone.simulator.selectronic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.liveone.simulator.SimulatorClient;
import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectronicWireTest {

  private static final String DATA = "/selectronic/dashboard/hfdata/1586";
  private static SimulatorClient simulator;
  private String cookies = "";

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
    simulator.control("DELETE", "/faults/selectronic", "");
    simulator.control(
        "PUT", "/clock", "{\"frozen\":true,\"now\":\"" + SimulatorClient.NOON + "\"}");
    cookies = simulator.cookies("demo@liveone.example", "sunny-side-up");
    simulator.control("DELETE", "/journal", "");
  }

  private HttpResponse<String> poll() {
    return simulator.get(DATA, cookies);
  }

  private JsonObject items() {
    return JsonText.parseObject(poll().body()).orElseThrow().getJsonObject("items");
  }

  private static double number(JsonObject object, String name) {
    return object.getJsonNumber(name).doubleValue();
  }

  @Test
  void rightPasswordLeadsToTheDashboardWithACookieThatHoldsEqualsSigns() {
    HttpResponse<String> response = simulator.login("demo@liveone.example", "sunny-side-up");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("location").orElse("")).endsWith("/dashboard");
    assertThat(response.headers().allValues("set-cookie"))
        .hasSize(2)
        .first()
        .asString()
        .matches("select\\.live\\.session=[^;]+==; Path=/; HttpOnly");
  }

  @ParameterizedTest
  @CsvSource({
    "demo@liveone.example,wrong",
    "nobody@liveone.example,sunny-side-up",
    "demo@liveone.example,''",
  })
  void wrongCredentialsGetThePageThatSaysSo(String email, String password) {
    HttpResponse<String> response = simulator.login(email, password);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Bad email address or password");
    assertThat(response.headers().allValues("set-cookie")).isEmpty();
  }

  @Test
  void passwordMustComeInTheFieldPwd() {
    HttpResponse<String> response =
        simulator.send(
            simulator
                .request("/selectronic/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "email=demo%40liveone.example&password=sunny-side-up")));

    assertThat(response.body()).contains("Bad email address or password");
  }

  @Test
  void liveDataHas22ItemsThatBalance() {
    JsonObject document = JsonText.parseObject(poll().body()).orElseThrow();
    JsonObject items = document.getJsonObject("items");

    assertThat(items).hasSize(22);
    assertThat(document.getInt("item_count")).isEqualTo(22);
    assertThat(document.getInt("now")).isEqualTo(SimulatorClient.NOON.getEpochSecond());
    assertThat(document.getInt("now") - items.getInt("timestamp")).isBetween(4, 34);
    double supplied =
        number(items, "solarinverter_w")
            + number(items, "shunt_w")
            + number(items, "grid_w")
            + number(items, "battery_w");
    assertThat(supplied).isCloseTo(number(items, "load_w"), within(1e-6));
    assertThat(number(items, "solar_wh_today")).isBetween(1.0, 80.0);
    assertThat(number(items, "load_w") * 1_024)
        .isEqualTo(Math.rint(number(items, "load_w") * 1_024));
  }

  @Test
  void liveValuesAreThoseOfTheHistory() {
    JsonObject items = items();
    Instant stamp = Instant.ofEpochSecond(items.getInt("timestamp"));
    JsonArray readings =
        simulator
            .control(
                "/history/selectronic/1586?stepSeconds=30&from="
                    + stamp.minusSeconds(30)
                    + "&to="
                    + stamp)
            .getJsonArray("readings");
    Map<String, Double> told = new TreeMap<>();
    for (JsonValue value : readings) {
      JsonObject reading = value.asJsonObject();
      assertThat(reading.getInt("timestamp")).isEqualTo(items.getInt("timestamp"));
      told.put(reading.getString("pointKey"), number(reading, "value"));
    }

    assertThat(told)
        .containsOnly(
            Map.entry("solar_w", number(items, "solarinverter_w") + number(items, "shunt_w")),
            Map.entry("solar_remote_w", number(items, "solarinverter_w")),
            Map.entry("solar_local_w", number(items, "shunt_w")),
            Map.entry("load_w", number(items, "load_w")),
            Map.entry("battery_w", number(items, "battery_w")),
            Map.entry("grid_w", number(items, "grid_w")),
            Map.entry("battery_soc", number(items, "battery_soc")),
            Map.entry("solar_kwh", number(items, "solar_wh_total")),
            Map.entry("load_kwh", number(items, "load_wh_total")),
            Map.entry("battery_charge_kwh", number(items, "battery_in_wh_total")),
            Map.entry("battery_discharge_kwh", number(items, "battery_out_wh_total")),
            Map.entry("grid_import_kwh", number(items, "grid_in_wh_total")),
            Map.entry("grid_export_kwh", number(items, "grid_out_wh_total")),
            Map.entry("generator_active", 0.0));
  }

  @Test
  void countersRiseByTheTrueEnergy() {
    JsonObject before = items();
    simulator.advance(Duration.ofMinutes(10));
    JsonObject after = items();

    JsonObject truth =
        simulator
            .control(
                "/truth/selectronic/1586?from=%d&to=%d"
                    .formatted(before.getInt("timestamp"), after.getInt("timestamp")))
            .getJsonObject("energyKwh");

    assertThat(number(after, "load_wh_total") - number(before, "load_wh_total"))
        .isCloseTo(number(truth, "load"), within(1.0 / 1_024));
    assertThat(number(after, "solar_wh_total") - number(before, "solar_wh_total"))
        .isCloseTo(number(truth, "solar"), within(1.0 / 1_024));
    assertThat(number(truth, "load")).isGreaterThan(0.01);
  }

  @Test
  void bothDemoSystemsDifferInSize() {
    String other = simulator.get("/selectronic/dashboard/1587", cookies).body();

    assertThat(simulator.get("/selectronic/dashboard/1586", cookies).body())
        .contains("SP PRO Model:", "Solar Size:", "9.6 kW");
    assertThat(other).contains("Battery Size:", "5.2 kW").doesNotContain("9.6 kW");
  }

  @Test
  void dashboardListsTheSystemsOfTheAccount() {
    assertThat(simulator.get("/selectronic/dashboard", cookies).body())
        .contains("<select name=\"system\">")
        .contains("<option value=\"1586\">Main House</option>")
        .contains("<option value=\"1587\">Workshop</option>");
  }

  @Test
  void systemOfAnotherAccountIsNotFound() {
    simulator.control("POST", "/selectronic/fleet", "{\"count\":1,\"firstNumber\":200000}");
    String fleet = simulator.cookies("fleet200000@sim.example", "pw-200000");

    assertThat(simulator.get("/selectronic/dashboard/hfdata/200000", fleet).statusCode())
        .isEqualTo(200);
    assertThat(simulator.get(DATA, fleet).statusCode()).isEqualTo(404);
    assertThat(simulator.get("/selectronic/dashboard/hfdata/99", cookies).statusCode())
        .isEqualTo(404);
  }

  @Test
  void sessionLivesOnWhileUsedAndEndsAfterHalfAnHour() {
    simulator.advance(Duration.ofMinutes(29));
    assertThat(poll().statusCode()).isEqualTo(200);
    simulator.advance(Duration.ofMinutes(29));
    assertThat(poll().statusCode()).isEqualTo(200);
    simulator.advance(Duration.ofMinutes(31));
    assertThat(poll().statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"401,401,''", "redirect,302,''", "loginPage,200,name=\"pwd\""})
  void sessionThatIsOverIsToldInTheWayChosen(String way, int status, String text) {
    simulator.faults(
        "selectronic/1586", "{\"expireToken\":{\"times\":1},\"expiredReply\":\"" + way + "\"}");

    HttpResponse<String> response = poll();

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(text);
    cookies = simulator.cookies("demo@liveone.example", "sunny-side-up");
    assertThat(poll().statusCode()).isEqualTo(200);
  }

  @Test
  void maintenanceFailsInItsMinutesOnlyAndOnlyWhenSwitchedOn() {
    simulator.advance(Duration.ofMinutes(18));
    assertThat(poll().statusCode()).isEqualTo(200);
    simulator.faults("selectronic", "{\"maintenance\":true}");
    assertThat(poll().statusCode()).isIn(500, 503);
    simulator.advance(Duration.ofMinutes(4));
    assertThat(poll().statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"http500\":true}|500", "{\"http503\":true}|503", "{\"http429\":true}|429"})
  void failuresHaveTheirStatus(String faults, int status) {
    simulator.faults("selectronic/1586", faults);

    HttpResponse<String> response = poll();

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("retry-after")).isEmpty();
    assertThat(simulator.get("/selectronic/dashboard/hfdata/1587", cookies).statusCode())
        .isEqualTo(200);
  }

  @Test
  void tooManyRequestsMaySayHowLongToWait() {
    simulator.faults("selectronic", "{\"http429\":{\"value\":17,\"times\":1}}");

    assertThat(poll().headers().firstValue("retry-after")).contains("17");
    assertThat(poll().statusCode()).isEqualTo(200);
  }

  @Test
  void refusedLoginLooksLikeAWrongPassword() {
    simulator.faults("selectronic", "{\"authFail\":true}");

    assertThat(simulator.login("demo@liveone.example", "sunny-side-up").body())
        .contains("Bad email address or password");
    assertThat(poll().statusCode()).isEqualTo(200);
  }

  @Test
  void slowAnswerComesLate() {
    simulator.faults("selectronic/1586", "{\"slow\":400}");
    long begun = System.nanoTime();

    assertThat(poll().statusCode()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(400));
  }

  @ParameterizedTest
  @CsvSource({"true", "\"midBody\""})
  void droppedConnectionGivesNoAnswer(String way) {
    simulator.faults("selectronic/1586", "{\"dropConnection\":" + way + "}");

    assertThatThrownBy(this::poll)
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void wrongBodiesComeWithStatus200() {
    simulator.faults("selectronic/1586", "{\"emptyBody\":true}");
    assertThat(poll().statusCode()).isEqualTo(200);
    assertThat(poll().body()).isEmpty();

    simulator.faults("selectronic/1586", "{\"htmlInsteadOfJson\":true}");
    assertThat(poll().headers().firstValue("content-type").orElse("")).startsWith("text/html");
    assertThat(poll().body()).startsWith("<!DOCTYPE html>");

    simulator.faults("selectronic/1586", "{\"truncatedJson\":true}");
    assertThat(JsonText.parseObject(poll().body())).isEmpty();

    simulator.faults("selectronic/1586", "{\"nan\":[\"load_w\"],\"missingFields\":[\"fault_ts\"]}");
    assertThat(poll().body()).contains("\"load_w\":NaN").doesNotContain("fault_ts");
  }

  @Test
  void staleGatewayRepeatsItselfWhileTheServersTimeGoesOn() {
    simulator.faults("selectronic/1586", "{\"stale\":true}");
    JsonObject before = items();
    simulator.advance(Duration.ofMinutes(7));

    assertThat(items()).isEqualTo(before);
  }

  @Test
  void repeatedTimeStampComesWithNewValues() {
    simulator.faults("selectronic/1586", "{\"duplicateTimestamps\":true}");
    JsonObject before = items();
    simulator.advance(Duration.ofMinutes(7));
    JsonObject after = items();

    assertThat(after.getInt("timestamp")).isEqualTo(before.getInt("timestamp"));
    assertThat(number(after, "load_wh_total")).isGreaterThan(number(before, "load_wh_total"));
  }

  @Test
  void countersFallWhenToldTo() {
    double before = number(items(), "load_wh_total");

    simulator.faults("selectronic/1586", "{\"negativeStep\":0.5}");
    assertThat(number(items(), "load_wh_total")).isCloseTo(before - 0.5, within(0.001));

    simulator.faults("selectronic/1586", "{\"counterReset\":true}");
    simulator.advance(Duration.ofMinutes(10));
    assertThat(number(items(), "load_wh_total")).isBetween(0.005, 3.0);
  }

  @Test
  void journalKnowsTheCallsAndNoSecret() {
    simulator.login("demo@liveone.example", "sunny-side-up");
    simulator.login("demo@liveone.example", "not-the-password");
    simulator.faults("selectronic/1586", "{\"stale\":true}");
    poll();
    simulator.get("/selectronic/dashboard?pwd=sunny-side-up", cookies);

    JsonObject journal = simulator.control("/journal?vendor=selectronic&site=1586");
    JsonObject newest = journal.getJsonArray("entries").getJsonObject(0);

    assertThat(newest.getString("path")).isEqualTo(DATA);
    assertThat(newest.getString("kind")).isEqualTo("data");
    assertThat(newest.getInt("status")).isEqualTo(200);
    assertThat(newest.getJsonObject("headers").getString("user-agent")).isEqualTo("LiveOneEE/test");
    assertThat(newest.getJsonArray("faults")).hasToString("[\"stale\"]");
    String everything = simulator.control("/journal?limit=1000").toString();
    assertThat(everything)
        .contains("/selectronic/dashboard?pwd=***")
        .doesNotContain("sunny-side-up", "not-the-password", "demo@liveone.example");
    for (String cookie : cookies.split("; ")) {
      assertThat(everything).doesNotContain(cookie);
    }
  }

  @Test
  void summaryCountsLoginsAndDataCalls() {
    simulator.login("demo@liveone.example", "sunny-side-up");
    poll();
    poll();
    simulator.get("/selectronic/dashboard/hfdata/1587", cookies);

    JsonObject summary =
        simulator.control("/journal/summary").getJsonObject("vendors").getJsonObject("selectronic");

    assertThat(summary.getInt("logins")).isEqualTo(1);
    assertThat(summary.getInt("dataCalls")).isEqualTo(3);
    assertThat(summary.getJsonObject("sites").getJsonObject("1586").getInt("dataCalls"))
        .isEqualTo(2);
  }
}
