package energy.liveone.simulator.selectronic;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.simulator.SimulatorClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SelectronicFleetTest {

  private static final int CALLS = 400;

  @Test
  void hundredsOfSlowAnswersAreUnderWayAtOnce() {
    try (SimulatorClient simulator = new SimulatorClient()) {
      simulator.control(
          "POST",
          "/selectronic/fleet",
          "{\"count\":" + CALLS + ",\"firstNumber\":100000,\"latencyMs\":1000}");
      HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
      long begun = System.nanoTime();

      for (int number = 100_000; number < 100_000 + CALLS; number++) {
        answers.add(http.sendAsync(login(simulator.port(), number), BodyHandlers.discarding()));
      }

      assertThat(answers).allMatch(answer -> answer.join().statusCode() == 302);
      // One after the other on the simulator's few threads they would take more than a minute.
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
      assertThat(
              simulator
                  .control("/journal/summary")
                  .getJsonObject("vendors")
                  .getJsonObject("selectronic")
                  .getInt("maxConcurrent"))
          .isGreaterThan(CALLS / 4);
    }
  }

  private static HttpRequest login(int port, int number) {
    String form = "email=fleet" + number + "%40sim.example&pwd=pw-" + number;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/selectronic/login"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form))
        .build();
  }
}
