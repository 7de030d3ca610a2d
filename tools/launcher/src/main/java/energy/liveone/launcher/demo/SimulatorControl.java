package energy.liveone.launcher.demo;

import energy.liveone.launcher.client.CallFailedException;
import energy.liveone.launcher.client.JsonOverHttp;
import jakarta.json.Json;
import java.net.URI;
import java.time.Instant;

/** The control API of the simulated vendors. */
final class SimulatorControl {
  private static final int STEP_SECONDS = 60;

  private final JsonOverHttp http;

  SimulatorControl(URI simulator) {
    this.http = new JsonOverHttp(simulator);
  }

  /** What the site's device reported in (from, to], in the form in which the server imports it. */
  String history(DemoSystem system, Instant from, Instant to) {
    String path =
        "/control/history/%s/%s?from=%d&to=%d&stepSeconds=%d"
            .formatted(
                system.vendorType(),
                system.site(),
                from.getEpochSecond(),
                to.getEpochSecond(),
                STEP_SECONDS);
    JsonOverHttp.Reply reply = http.get(path, "");
    if (!reply.isSuccess()) {
      throw new CallFailedException("the simulator has no history: " + reply.excerpt());
    }
    return reply.text();
  }

  /** Lets the site's collector push to the server from now on. */
  void startSender(DemoSystem system, URI server, String apiKey) {
    String body =
        Json.createObjectBuilder()
            .add("siteId", system.site())
            .add("targetUrl", server.resolve("/api/push/" + system.vendorType()).toString())
            .add("apiKey", apiKey)
            .build()
            .toString();
    JsonOverHttp.Reply reply = http.post("/control/" + system.vendorType() + "/senders", "", body);
    if (!reply.isSuccess()) {
      throw new CallFailedException("the simulator refused a sender: " + reply.excerpt());
    }
  }
}
