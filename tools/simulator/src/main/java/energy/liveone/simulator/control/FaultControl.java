package energy.liveone.simulator.control;

import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultBoard;
import energy.liveone.simulator.fault.FaultJson;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;

/** Shows, sets and clears faults of a vendor or one of its sites. */
final class FaultControl {

  private final SimulatorContext context;
  private final Function<String, SimulatedVendor> vendors;

  FaultControl(SimulatorContext context, Function<String, SimulatedVendor> vendors) {
    this.context = context;
    this.vendors = vendors;
  }

  ControlReply answer(ControlRequest request) {
    SimulatedVendor vendor =
        vendors.apply(
            request.segment(0).orElseThrow(() -> ControlRefusal.notFound("name a vendor")));
    String site = request.segment(1).orElse(FaultBoard.ALL_SITES);
    switch (request.method()) {
      case "GET" -> {}
      case "PUT" -> put(vendor, site, request);
      case "DELETE" -> clear(vendor, site);
      default -> throw ControlRefusal.notFound("faults know GET, PUT and DELETE");
    }
    return shown(vendor, site);
  }

  private void put(SimulatedVendor vendor, String site, ControlRequest request) {
    List<Fault> faults = FaultJson.read(request.body(), vendor.faults(), context.clock().instant());
    context.faults().put(vendor.name(), site, faults);
  }

  /** Clearing a vendor clears its sites too: a test that ends wants everything well again. */
  private void clear(SimulatedVendor vendor, String site) {
    if (site.equals(FaultBoard.ALL_SITES)) {
      context.faults().clear(vendor.name());
    } else {
      context.faults().put(vendor.name(), site, List.of());
    }
  }

  private ControlReply shown(SimulatedVendor vendor, String site) {
    FaultBoard board = context.faults();
    JsonObjectBuilder reply =
        JsonText.object()
            .add("vendor", vendor.name())
            .add("site", site)
            .add("faults", FaultJson.write(board.at(vendor.name(), site)));
    if (site.equals(FaultBoard.ALL_SITES)) {
      JsonObjectBuilder sites = JsonText.object();
      board
          .sites(vendor.name())
          .forEach(own -> sites.add(own, FaultJson.write(board.at(vendor.name(), own))));
      reply.add("sites", sites);
    }
    return ControlReply.ok(reply);
  }
}
