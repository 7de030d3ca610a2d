package energy.liveone.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.simulator.SimulatorClient;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {

  private static SimulatorClient simulator;

  @BeforeAll
  static void start() {
    simulator = new SimulatorClient();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void healthNamesTheVendors() {
    JsonObject health = simulator.control("/health");

    assertThat(health.getString("status")).isEqualTo("UP");
    assertThat(health.getInt("seed")).isEqualTo(7);
    assertThat(health.getJsonArray("vendors").toString()).contains("fronius", "selectronic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/nothing|{}|404",
        "GET|/faults/acme|{}|404",
        "PUT|/faults/selectronic|{\"typo\":true}|400",
        "PUT|/faults/selectronic|[1]|400",
        "PUT|/faults/selectronic|{\"slow\"|400",
        "PUT|/faults/fronius|{\"http500\":true}|400",
        "PUT|/clock|{}|400",
        "PUT|/clock|{\"speed\":-1}|400",
        "PUT|/clock|{\"now\":\"yesterday\"}|400",
        "PUT|/clock|{\"now\":\"1999-01-01T00:00:00Z\"}|400",
        "GET|/history/selectronic/1586|{}|400",
        "GET|/history/selectronic/1586?from=5&to=2|{}|400",
        "GET|/history/selectronic/1586?from=5&to=10|{}|400",
        "GET|/history/selectronic/1586?from=1790000000&to=1790000060&stepSeconds=0|{}|400",
        "GET|/history/selectronic/99?from=1790000000&to=1790000060|{}|404",
        "GET|/truth/acme/1?from=1790000000&to=1790000060|{}|404",
        "GET|/journal?limit=many|{}|400",
        "POST|/selectronic/fleet|{\"count\":0}|400",
        "POST|/fronius/senders|{\"siteId\":\"a\"}|400",
        "PUT|/fronius/senders/nobody|{}|404",
      })
  void badRequestIsRefusedWithAReason(String method, String path, String body, int status) {
    HttpResponse<String> response = simulator.controlResponse(method, path, body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"error\":\"").contains("\"code\":\"");
  }

  @Test
  void faultsCanBeSetReadAndCleared() {
    simulator.faults("selectronic/1586", "{\"slow\":5}");
    simulator.faults("selectronic", "{\"http500\":{\"times\":3}}");

    JsonObject set = simulator.control("/faults/selectronic");
    assertThat(set.getJsonObject("faults").getJsonObject("http500").getInt("times")).isEqualTo(3);
    assertThat(set.getJsonObject("sites").getJsonObject("1586")).containsOnlyKeys("slow");

    simulator.control("DELETE", "/faults/selectronic/1586", "");
    assertThat(simulator.control("/faults/selectronic").getJsonObject("sites")).isEmpty();
    JsonObject cleared = simulator.control("DELETE", "/faults/selectronic", "");
    assertThat(cleared.getJsonObject("faults")).isEmpty();
  }

  @Test
  void clockCanBeMovedSpedUpAndReset() {
    simulator.control("PUT", "/clock", "{\"now\":\"2026-04-05T03:00:00+10:00\",\"frozen\":true}");
    assertThat(simulator.control("/clock").getString("now")).isEqualTo("2026-04-04T17:00:00Z");

    JsonObject fast = simulator.control("PUT", "/clock", "{\"speed\":1440}");
    assertThat(fast.getInt("speed")).isEqualTo(1_440);
    assertThat(fast.getBoolean("frozen")).isTrue();

    JsonObject reset = simulator.control("DELETE", "/clock", "");
    assertThat(reset.getBoolean("frozen")).isFalse();
    assertThat(Math.abs(reset.getJsonNumber("offsetSeconds").doubleValue())).isLessThan(1);
    simulator.control(
        "PUT", "/clock", "{\"frozen\":true,\"now\":\"" + SimulatorClient.NOON + "\"}");
  }

  @Test
  void historyHoldsWholeStepsAfterFromAndUpToNow() {
    simulator.control(
        "PUT", "/clock", "{\"frozen\":true,\"now\":\"" + SimulatorClient.NOON + "\"}");
    Instant from = Instant.parse("2026-11-23T02:25:00Z");
    Instant to = Instant.parse("2026-11-23T03:00:00Z");

    JsonObject history =
        simulator.control("/history/selectronic/1586?stepSeconds=60&from=" + from + "&to=" + to);

    assertThat(
            history.getJsonArray("readings").stream()
                .map(reading -> reading.asJsonObject().getInt("timestamp"))
                .distinct()
                .map(Instant::ofEpochSecond))
        .containsExactly(
            from.plusSeconds(60),
            from.plusSeconds(120),
            from.plusSeconds(180),
            from.plusSeconds(240),
            from.plusSeconds(300),
            from.plusSeconds(360));
  }
}
