package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;

/** Orders to the service: fleets of sites, how it speaks of each, how many calls it allows. */
final class SolarEdgeControl {

  private static final int ANY_NUMBER = 1_000_000;

  private final SolarEdgeFleet fleet;
  private final CallLedger ledger;
  private final Clock clock;

  SolarEdgeControl(SolarEdgeFleet fleet, CallLedger ledger, Clock clock) {
    this.fleet = fleet;
    this.ledger = ledger;
    this.clock = clock;
  }

  ControlReply answer(ControlRequest request) {
    return switch (request.route()) {
      case "POST fleet" -> grow(request.body());
      case "GET fleet" -> ControlReply.ok(JsonText.object().add("sites", fleet.size()));
      case "GET sites" -> shown(site(request));
      case "PUT sites" -> shown(fleet.configure(site(request), request.body()));
      case "GET limits" -> limits();
      case "PUT limits" -> limit(request.body());
      case "GET ledger" -> used(request);
      case "DELETE ledger" -> cleared();
      default -> throw ControlRefusal.notFound("solaredge knows fleet, sites, limits and ledger");
    };
  }

  private SolarEdgeSite site(ControlRequest request) {
    String id = request.segment(1).orElse("");
    return fleet
        .site(id)
        .orElseThrow(() -> ControlRefusal.notFound("no site " + id + " of solaredge"));
  }

  private static ControlReply shown(SolarEdgeSite site) {
    return ControlReply.ok(
        site.settings().json().add("siteId", site.id()).add("zone", site.zone().getId()));
  }

  private ControlReply grow(JsonObject body) {
    int count = ControlInput.integer(body, "count", 1, 10_000).orElse(1);
    int accounts = ControlInput.integer(body, "accounts", 1, count).orElse(1);
    int first = ControlInput.integer(body, "firstSite", 2_000_000, 9_000_000).orElse(2_000_000);
    int latencyMs = ControlInput.integer(body, "latencyMs", 0, 60_000).orElse(0);
    fleet.grow(first, count, accounts, Duration.ofMillis(latencyMs), clock.instant());
    JsonArrayBuilder sites = JsonText.array();
    for (int place = 0; place < count; place++) {
      sites.add(
          JsonText.object()
              .add("siteId", Integer.toString(first + place))
              .add("apiKey", SolarEdgeFleet.accountKey(place % accounts)));
    }
    return ControlReply.ok(
        JsonText.object().add("created", count).add("accounts", accounts).add("sites", sites));
  }

  private ControlReply limits() {
    return ControlReply.ok(
        JsonText.object().add("daily", ledger.daily()).add("concurrent", ledger.concurrent()));
  }

  private ControlReply limit(JsonObject body) {
    ledger.limit(
        ControlInput.integer(body, "daily", 0, ANY_NUMBER).orElse(ledger.daily()),
        ControlInput.integer(body, "concurrent", 0, ANY_NUMBER).orElse(ledger.concurrent()));
    return limits();
  }

  private ControlReply used(ControlRequest request) {
    return request
        .parameter("site")
        .map(site -> ControlReply.ok(JsonText.object().add("used", ledger.used("site " + site))))
        .or(
            () ->
                request
                    .parameter("apiKey")
                    .map(
                        key ->
                            ControlReply.ok(
                                JsonText.object().add("used", ledger.used("key " + key)))))
        .orElseThrow(() -> ControlRefusal.badRequest("say site or apiKey"));
  }

  private ControlReply cleared() {
    ledger.clear();
    return limits();
  }
}
