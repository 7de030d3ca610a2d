package energy.liveone.simulator.enphase;

import energy.liveone.simulator.fault.CallKind;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.SimulatedSite;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cloud: what comes below {@code /enphase/}. */
public final class EnphaseVendor implements SimulatedVendor {

  private static final String NAME = "enphase";
  private static final String AUTHORIZE = "/oauth/authorize";

  private final SimulatorContext context;
  private final EnphaseFleet fleet;
  private final Grants grants;
  private final UsageLedger ledger;
  private final AuthorizePage authorize;
  private final TokenEndpoint tokens;
  private final EnphaseApi api;

  public EnphaseVendor(SimulatorContext context) {
    this.context = context;
    fleet = new EnphaseFleet(context.seed());
    grants = new Grants(fleet::account, context.clock());
    ledger = new UsageLedger(context.clock());
    authorize = new AuthorizePage(fleet, grants);
    tokens = new TokenEndpoint(grants);
    api = new EnphaseApi(fleet, grants, ledger, context.clock());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<FaultName> faults() {
    return FaultName.commonAnd(
        DataWindow.SHORT_EVENING,
        EnphaseApi.KEY_MISMATCH,
        EnphaseApi.FORBIDDEN,
        EnphaseApi.NOT_IMPLEMENTED);
  }

  @Override
  public boolean isReading(String field) {
    return Telemetry.isReading(field);
  }

  @Override
  public Optional<SimulatedSite> site(String id) {
    return fleet.system(id).map(SimulatedSite.class::cast);
  }

  @Override
  public Target identify(VendorRequest request) {
    if (request.is("POST", "/oauth/token")) {
      return new Target(CallKind.LOGIN, sitesBehind(request), Duration.ZERO);
    }
    if (request.path().equals(AUTHORIZE)) {
      return Target.of(CallKind.PAGE);
    }
    return api.identify(request);
  }

  private List<String> sitesBehind(VendorRequest request) {
    Map<String, String> form = request.form();
    String proof = form.getOrDefault("refresh_token", form.getOrDefault("code", ""));
    return grants.accountOf(proof).map(EnphaseAccount::systems).orElse(List.of());
  }

  @Override
  public Reply reply(VendorRequest request, Target target, FaultView faults) {
    if (target.kind() == CallKind.LOGIN) {
      return tokens.reply(request, faults);
    }
    if (request.path().equals(AUTHORIZE)) {
      Map<String, String> parameters = new HashMap<>(request.parameters());
      parameters.putAll(request.form());
      return authorize.reply(parameters);
    }
    return api.reply(request, faults);
  }

  @Override
  public ControlReply control(ControlRequest request) {
    return switch (request.route()) {
      case "POST fleet" -> grow(request.body());
      case "GET fleet" -> ControlReply.ok(JsonText.object().add("systems", fleet.size()));
      case "PUT plan" -> enforce(request.body());
      case "GET plan" -> ControlReply.ok(ledger.told());
      case "DELETE plan" -> forget();
      case "POST revoke" -> revoke(request.body());
      case "POST expire" -> expire(request.body());
      default ->
          throw ControlRefusal.notFound(
              "enphase knows GET and POST of fleet, GET, PUT and DELETE of plan, POST of revoke and expire");
    };
  }

  private ControlReply grow(JsonObject body) {
    int count = ControlInput.integer(body, "count", 1, 20_000).orElse(1);
    int first = ControlInput.integer(body, "firstId", 5_000_000, 9_000_000).orElse(5_000_000);
    int accounts = ControlInput.integer(body, "accounts", 1, count).orElse(1);
    int latencyMs = ControlInput.integer(body, "latencyMs", 0, 60_000).orElse(0);
    List<String> emails =
        fleet.grow(first, count, accounts, Duration.ofMillis(latencyMs), context.clock().instant());
    return ControlReply.ok(
        JsonText.object()
            .add("created", count)
            .add("firstId", first)
            .add("lastId", first + count - 1)
            .add("accounts", JsonText.array(emails))
            .add("latencyMs", latencyMs));
  }

  private ControlReply enforce(JsonObject body) {
    ledger.enforce(
        ControlInput.text(body, "plan")
            .flatMap(Plan::of)
            .orElseThrow(
                () -> ControlRefusal.badRequest("plan must be none, watt, kilowatt or megawatt")));
    return ControlReply.ok(ledger.told());
  }

  private ControlReply forget() {
    ledger.enforce(Plan.NONE);
    ledger.clear();
    return ControlReply.ok(ledger.told());
  }

  private ControlReply expire(JsonObject body) {
    String user = ControlInput.text(body, "user").orElse(EnphaseFleet.DEMO);
    grants.endAccessOf(user);
    return ControlReply.ok(JsonText.object().add("user", user));
  }

  private ControlReply revoke(JsonObject body) {
    String user = ControlInput.text(body, "user").orElse(EnphaseFleet.DEMO);
    grants.revoke(user);
    return ControlReply.ok(JsonText.object().add("user", user));
  }
}
