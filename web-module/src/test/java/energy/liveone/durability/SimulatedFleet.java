package energy.liveone.durability;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many simulated Selectronic systems, each with an account of its own. */
final class SimulatedFleet {
  private static final int FIRST = 300_000;

  private final String simulator;

  SimulatedFleet(String simulator) {
    this.simulator = simulator;
  }

  /** What a system of the fleet is set up with. */
  record Account(String name, Map<String, String> credentials) {}

  List<Account> create(int count) {
    String order =
        Json.createObjectBuilder()
            .add("count", count)
            .add("firstNumber", FIRST)
            .add("latencyMs", 100)
            .build()
            .toString();
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(simulator + "/control/selectronic/fleet"))
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(order))
                      .build(),
                  BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("The simulator answered " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return IntStream.range(FIRST, FIRST + count)
        .mapToObj(
            number ->
                new Account(
                    "Fleet " + number,
                    Map.of(
                        "email", "fleet" + number + "@sim.example",
                        "password", "pw-" + number,
                        "systemNumber", String.valueOf(number))))
        .toList();
  }
}
