package energy.liveone.simulator.control;

import energy.liveone.simulator.clock.VirtualClock;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteEnergy;
import energy.liveone.simulator.model.SiteModel.Sweep;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import energy.liveone.simulator.vendor.SimulatedSite;
import energy.liveone.simulator.vendor.SimulatedSite.PointValue;
import energy.liveone.simulator.vendor.SimulatedVendor;
import jakarta.json.stream.JsonGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** The truth about a site: readings as the wire would have delivered them, and exact energies. */
final class SiteControl {

  private static final Duration LONGEST = Duration.ofDays(400);

  private final VirtualClock clock;
  private final Function<String, SimulatedVendor> vendors;

  SiteControl(VirtualClock clock, Function<String, SimulatedVendor> vendors) {
    this.clock = clock;
    this.vendors = vendors;
  }

  ControlReply answer(ControlRequest request) {
    if (!request.method().equals("GET") || request.segments().size() != 3) {
      throw ControlRefusal.notFound("GET /control/history|truth/{vendor}/{site}?from=&to=");
    }
    String vendorName = request.segments().get(1);
    String id = request.segments().get(2);
    SimulatedSite site =
        vendors
            .apply(vendorName)
            .site(id)
            .orElseThrow(() -> ControlRefusal.notFound("no site " + id + " of " + vendorName));
    Instant from = instant(request, "from");
    Instant to = instant(request, "to");
    if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw ControlRefusal.badRequest("to must lie after from, by 400 days at most");
    }
    return request.segments().get(0).equals("truth")
        ? truth(request, site.model().energyBetween(from, to))
        : history(request, site, from, to);
  }

  private static Instant instant(ControlRequest request, String name) {
    String value =
        request.parameter(name).orElseThrow(() -> ControlRefusal.badRequest(name + " is missing"));
    return ControlInput.instant(name, value);
  }

  private static ControlReply truth(ControlRequest request, SiteEnergy energy) {
    return ControlReply.ok(
        JsonText.object()
            .add("vendor", request.segments().get(1))
            .add("site", request.segments().get(2))
            .add("from", instant(request, "from").toString())
            .add("to", instant(request, "to").toString())
            .add(
                "energyKwh",
                JsonText.object()
                    .add("solar", energy.solarKwh())
                    .add("load", energy.loadKwh())
                    .add("batteryCharge", energy.chargeKwh())
                    .add("batteryDischarge", energy.dischargeKwh())
                    .add("gridImport", energy.importKwh())
                    .add("gridExport", energy.exportKwh())));
  }

  /**
   * Whole multiples of the step in (from, to], and none that is still to come: a vendor cannot know
   * it either.
   */
  private ControlReply history(
      ControlRequest request, SimulatedSite site, Instant from, Instant to) {
    int step = request.parameter("stepSeconds").map(SiteControl::step).orElse(60);
    Instant now = clock.instant();
    long last = (to.isBefore(now) ? to : now).getEpochSecond();
    long first = Math.floorDiv(from.getEpochSecond(), step) * step + step;
    Sweep sweep = site.model().sweep();
    // The first look decides whether the time can be simulated at all, while an error can still be
    // answered.
    SiteState before = sweep.at(Instant.ofEpochSecond(first - step));
    return new ControlReply.Stream(
        generator -> {
          generator.writeStartObject().writeStartArray("readings");
          SiteState earlier = before;
          for (long second = first; second <= last; second += step) {
            SiteState state = sweep.at(Instant.ofEpochSecond(second));
            write(generator, site, state, earlier, second, step);
            earlier = state;
          }
          generator.writeEnd().writeEnd();
        });
  }

  private static void write(
      JsonGenerator generator,
      SimulatedSite site,
      SiteState state,
      SiteState earlier,
      long second,
      int step) {
    for (PointValue point : site.readings(state, earlier, Duration.ofSeconds(step))) {
      generator
          .writeStartObject()
          .write("pointKey", point.pointKey())
          .write("timestamp", second)
          .write("value", point.value())
          .writeEnd();
    }
  }

  private static int step(String text) {
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw ControlRefusal.badRequest("stepSeconds must be a number from 1 to 99999");
    }
    return Integer.parseInt(text);
  }
}
