package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.fault.CallKind;
import energy.liveone.simulator.fault.DeviceFaults;
import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.SimulatedSite;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The monitoring service. */
public final class SolarEdgeVendor implements SimulatedVendor {

  /** The overview tells a lifetime energy of 0 beside sums of year, month and day. */
  static final FaultName LIFETIME_ZERO = new FaultName("lifetimeZero", FaultName.Value.NONE);

  /** Both lifetime counters of every battery are 0 while its power moves. */
  static final FaultName ZERO_BATTERY_COUNTERS =
      new FaultName("zeroBatteryCounters", FaultName.Value.NONE);

  /** The site is cut off from the grid. */
  static final FaultName BACKUP = new FaultName("backup", FaultName.Value.NONE);

  /** How refusals are written: {@code text} (as without this), {@code xml} or {@code json}. */
  static final FaultName ERROR_BODY = new FaultName("errorBody", FaultName.Value.TEXT);

  private static final String NAME = "solaredge";

  private static final Set<String> READINGS =
      Set.of(
          "currentPower",
          "chargeLevel",
          "energy",
          "power",
          "value",
          "lifeTimeEnergyCharged",
          "lifeTimeEnergyDischarged",
          "fullPackEnergyAvailable",
          "internalTemp",
          SiteSettings.IN_PRACTICE,
          SiteSettings.IN_THE_MANUAL);

  private final SimulatorContext context;
  private final SolarEdgeFleet fleet;
  private final CallLedger ledger;
  private final SolarEdgeControl control;

  public SolarEdgeVendor(SimulatorContext context) {
    this.context = context;
    fleet = new SolarEdgeFleet(context.seed());
    ledger = new CallLedger(context.clock());
    control = new SolarEdgeControl(fleet, ledger, context.clock());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<FaultName> faults() {
    return FaultName.commonAnd(LIFETIME_ZERO, ZERO_BATTERY_COUNTERS, BACKUP, ERROR_BODY);
  }

  @Override
  public boolean isReading(String field) {
    return READINGS.contains(field);
  }

  @Override
  public Optional<SimulatedSite> site(String id) {
    return fleet.site(id).map(SimulatedSite.class::cast);
  }

  @Override
  public ControlReply control(ControlRequest request) {
    return control.answer(request);
  }

  /** {@code /sites/list} or {@code /site/{id}/{call}}. */
  @Override
  public Target identify(VendorRequest request) {
    List<String> path = request.segments();
    if (request.is("GET", "/sites/list")) {
      return Target.of(CallKind.PAGE);
    }
    boolean aimed =
        request.method().equals("GET") && path.size() == 3 && path.get(0).equals("site");
    if (!aimed) {
      return Target.of(CallKind.UNKNOWN);
    }
    CallKind kind =
        Set.of("details", "inventory").contains(path.get(2)) ? CallKind.PAGE : CallKind.DATA;
    return fleet
        .site(path.get(1))
        .map(site -> new Target(kind, List.of(site.id()), site.settings().latency()))
        .orElseGet(() -> Target.of(kind));
  }

  @Override
  public Reply reply(VendorRequest request, Target target, FaultView faults) {
    String form = faults.claim(ERROR_BODY).flatMap(Fault::text).orElse("text");
    if (target.kind() == CallKind.UNKNOWN) {
      return Refusal.UNKNOWN.reply(form);
    }
    String key = request.parameters().getOrDefault("api_key", "");
    List<SolarEdgeSite> reached = fleet.reachedBy(key);
    boolean refused = faults.strikes(FaultName.AUTH_FAIL) || faults.strikes(FaultName.EXPIRE_TOKEN);
    if (reached.isEmpty() || refused) {
      return Refusal.KEY.reply(form);
    }
    Optional<Refusal> limit = limit(key, target);
    if (limit.isPresent()) {
      return limit.get().reply(form);
    }
    if (wantsXml(request)) {
      return new Reply(200, List.of(), "application/xml", null, "<?xml version=\"1.0\"?><reply/>");
    }
    return target.sites().isEmpty()
        ? list(request, key, reached, form)
        : reached.stream()
            .filter(site -> target.sites().contains(site.id()))
            .findAny()
            .map(site -> about(site, request, faults, form))
            .orElseGet(() -> Refusal.SITE.reply(form));
  }

  private Optional<Refusal> limit(String key, Target target) {
    if (ledger.tooManyAtOnce(context.journal().total(NAME).inFlight())) {
      return Optional.of(Refusal.CONCURRENT);
    }
    List<String> accounts = new ArrayList<>(List.of("key " + key));
    target.sites().forEach(site -> accounts.add("site " + site));
    return ledger.admit(accounts) ? Optional.empty() : Optional.of(Refusal.DAILY);
  }

  /** A browser is answered in XML. */
  private static boolean wantsXml(VendorRequest request) {
    String accept = request.header("accept").orElse("");
    return accept.contains("text/html") && !accept.contains("application/json");
  }

  private Reply list(VendorRequest request, String key, List<SolarEdgeSite> reached, String form) {
    if (!request.path().equals("/sites/list")) {
      return Refusal.SITE.reply(form);
    }
    if (!fleet.isAccountKey(key)) {
      return Refusal.KEY.reply(form);
    }
    int start = number(request, "startIndex", 0, Integer.MAX_VALUE);
    int size = number(request, "size", 100, 100);
    return Reply.json(200, new SiteDocuments(now()).list(reached, start, size));
  }

  private static int number(VendorRequest request, String name, int usual, int most) {
    String text = request.parameters().getOrDefault(name, "");
    return text.matches("\\d{1,6}") ? Math.min(Integer.parseInt(text), most) : usual;
  }

  private Instant now() {
    return context.clock().instant();
  }

  private Reply about(SolarEdgeSite site, VendorRequest request, FaultView faults, String form) {
    SiteDocuments documents = new SiteDocuments(now());
    Instant told = DeviceFaults.heldSince(faults, now()).orElse(now());
    return switch (request.segments().get(2)) {
      case "details" -> Reply.json(200, documents.details(site));
      case "inventory" -> Reply.json(200, documents.inventory(site));
      case "overview" -> Reply.json(200, documents.overview(site, faults));
      case "currentPowerFlow" -> Reply.json(200, flow(site, faults));
      case "energyDetails", "powerDetails", "storageData" ->
          new RangedCalls(site, told, faults).reply(request, form);
      default -> Refusal.UNKNOWN.reply(form);
    };
  }

  private JsonObject flow(SolarEdgeSite site, FaultView faults) {
    Instant measured = DeviceFaults.sample(faults, now(), SolarEdgeSite::newestFlow).measured();
    FlowValues values = FlowValues.of(site.model().at(measured), site.hasBattery());
    boolean backup = site.hasBattery() && faults.strikes(BACKUP);
    return new PowerFlow(
            site.settings(), backup ? values.cutOff() : values, site.hasBattery(), backup)
        .document();
  }
}
