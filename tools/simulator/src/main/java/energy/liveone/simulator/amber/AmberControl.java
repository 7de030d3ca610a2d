package energy.liveone.simulator.amber;

import energy.liveone.simulator.amber.AmberSites.Layout;
import energy.liveone.simulator.amber.Market.Spike;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** The vendor's own controls: the limit, more sites, spikes on order. */
final class AmberControl {

  private static final int MAX_NUMBER = 9_000_000;

  private final AmberSites sites;
  private final AmberLimit limit;
  private final Market market;
  private final AmberPages pages;

  AmberControl(AmberSites sites, AmberLimit limit, Market market, AmberPages pages) {
    this.sites = sites;
    this.limit = limit;
    this.market = market;
    this.pages = pages;
  }

  ControlReply answer(ControlRequest request) {
    return switch (request.route()) {
      case "GET limit" -> ControlReply.ok(limit.json());
      case "PUT limit" -> setLimit(request.body());
      case "PUT usage" -> hasten(request.body());
      case "POST sites" -> create(request.body());
      case "POST spikes" -> spike(request.body());
      case "DELETE spikes" -> calm();
      default ->
          throw ControlRefusal.notFound(
              "amber knows GET and PUT of limit, PUT of usage, POST of sites, POST and DELETE of spikes");
    };
  }

  private ControlReply setLimit(JsonObject body) {
    limit.set(body);
    return ControlReply.ok(limit.json());
  }

  private ControlReply hasten(JsonObject body) {
    int hours = ControlInput.integer(body, "hoursAhead", 0, 1_000).orElse(0);
    pages.hastenUsage(Duration.ofHours(hours));
    return ControlReply.ok(JsonText.object().add("hoursAhead", hours));
  }

  private ControlReply create(JsonObject body) {
    int count = ControlInput.integer(body, "count", 1, 100_000).orElse(1);
    int first = ControlInput.integer(body, "firstNumber", 1, MAX_NUMBER).orElse(1);
    int minutes = ControlInput.integer(body, "intervalMinutes", 5, 30).orElse(30);
    String key = ControlInput.text(body, "key").orElse("");
    Layout layout = layout(ControlInput.text(body, "layout").orElse("standard"));
    if (minutes != 5 && minutes != 30) {
      throw ControlRefusal.badRequest("intervalMinutes must be 5 or 30");
    }
    JsonArrayBuilder ids = JsonText.array();
    for (int number = first; number < first + count; number++) {
      String own = key.isEmpty() ? "psk_fleet_" + number : key;
      ids.add(sites.create(own, number, minutes, layout).id());
    }
    return ControlReply.ok(JsonText.object().add("sites", ids));
  }

  private static Layout layout(String name) {
    return switch (name) {
      case "standard" -> Layout.STANDARD;
      case "controlledLoad" -> Layout.CONTROLLED_LOAD;
      case "twoGeneral" -> Layout.TWO_GENERAL;
      default ->
          throw ControlRefusal.badRequest(
              "layout must be standard, controlledLoad or twoGeneral, not " + name);
    };
  }

  private ControlReply spike(JsonObject body) {
    Instant from =
        ControlInput.instant(body, "from")
            .orElseThrow(() -> ControlRefusal.badRequest("from is missing"));
    int minutes = ControlInput.integer(body, "minutes", 5, 1_440).orElse(30);
    double cents =
        ControlInput.number(body, "centsPerKwh", -100_000, 100_000)
            .orElseThrow(() -> ControlRefusal.badRequest("centsPerKwh is missing"));
    market.order(new Spike(from, from.plus(Duration.ofMinutes(minutes)), cents));
    return ControlReply.ok(JsonText.object().add("from", from.toString()).add("minutes", minutes));
  }

  private ControlReply calm() {
    market.cancelOrders();
    return ControlReply.ok(JsonText.object());
  }
}
