package energy.liveone.simulator.control;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds who answers a control request. */
public final class ControlApi {

  private final SimulatorContext context;
  private final Map<String, SimulatedVendor> vendors;
  private final ClockControl clock;
  private final FaultControl faults;
  private final JournalControl journal;
  private final SiteControl sites;

  public ControlApi(SimulatorContext context, List<SimulatedVendor> vendors) {
    this.context = context;
    this.vendors =
        vendors.stream().collect(Collectors.toMap(SimulatedVendor::name, Function.identity()));
    clock = new ClockControl(context.clock());
    faults = new FaultControl(context, this::vendor);
    journal = new JournalControl(context.journal());
    sites = new SiteControl(context.clock(), this::vendor);
  }

  /**
   * Answers a request.
   *
   * @throws ControlRefusal when it cannot be carried out
   */
  public ControlReply answer(ControlRequest request) {
    return switch (request.segment(0).orElse("")) {
      case "health" -> health(request);
      case "clock" -> clock.answer(request);
      case "faults" -> faults.answer(request.below());
      case "journal" -> journal.answer(request.below());
      case "history", "truth" -> sites.answer(request);
      case "" -> throw ControlRefusal.notFound("there is nothing here; see docs/simulator.md");
      default -> vendor(request.segment(0).get()).control(request.below());
    };
  }

  private ControlReply health(ControlRequest request) {
    if (!request.method().equals("GET")) {
      throw ControlRefusal.notFound("health is only to be read");
    }
    return ControlReply.ok(
        JsonText.object()
            .add("status", "UP")
            .add("seed", context.seed())
            .add("vendors", JsonText.array(vendors.keySet().stream().sorted().toList())));
  }

  private SimulatedVendor vendor(String name) {
    SimulatedVendor vendor = vendors.get(name);
    if (vendor == null) {
      throw ControlRefusal.notFound("no vendor or control " + name);
    }
    return vendor;
  }
}
