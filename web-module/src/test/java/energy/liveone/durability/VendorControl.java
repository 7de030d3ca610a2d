package energy.liveone.durability;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Orders to the simulated vendors, and questions about their truth. */
final class VendorControl {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String simulator;

  VendorControl(String simulator) {
    this.simulator = simulator;
  }

  JsonObject post(String path, Map<String, ?> body) {
    return send("POST", path, Json.createObjectBuilder(body).build().toString());
  }

  void put(String path, Map<String, ?> body) {
    send("PUT", path, Json.createObjectBuilder(body).build().toString());
  }

  private JsonObject get(String path) {
    return send("GET", path, "");
  }

  /** All vendors live so far from real time. */
  void liveAt(Duration offset) {
    send("PUT", "/clock", "{\"offsetSeconds\":" + offset.toSeconds() + "}");
  }

  /** Exact energies of a site, in kWh. */
  JsonObject truth(String vendor, String site, Instant from, Instant to) {
    return get("/truth/%s/%s?from=%s&to=%s".formatted(vendor, site, from, to))
        .getJsonObject("energyKwh");
  }

  /** Calls that a vendor refused since the start. */
  int failures(String vendor) {
    return get("/journal/summary")
        .getJsonObject("vendors")
        .getJsonObject(vendor)
        .getInt("failures");
  }

  private JsonObject send(String method, String path, String body) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(simulator + "/control" + path))
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("The simulator answered " + answer.body());
      }
      try (var reader = Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
