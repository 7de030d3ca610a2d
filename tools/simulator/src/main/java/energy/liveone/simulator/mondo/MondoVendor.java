package energy.liveone.simulator.mondo;

import energy.liveone.simulator.fault.CallKind;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.mondo.MondoAccount.Organization;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.SimulatedSite;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Identity service, API and analysis service of the portal, all below one prefix. */
public final class MondoVendor implements SimulatedVendor {

  private static final String BEARER = "Bearer ";

  private final MondoEstate estate;
  private final MondoIdentity identity;
  private final MondoSignIn signIn;
  private final MondoData data;
  private final MondoControl control;

  public MondoVendor(SimulatorContext context) {
    estate = new MondoEstate(context.seed());
    identity = new MondoIdentity(context.clock());
    signIn = new MondoSignIn(identity, estate);
    data = new MondoData(context.clock());
    control = new MondoControl(estate);
  }

  @Override
  public String name() {
    return "mondo";
  }

  @Override
  public List<FaultName> faults() {
    return FaultName.commonAnd(
        MondoSignIn.PORTAL_CHANGED, MondoSignIn.REFRESH_FAIL, MondoData.REVERSED_BATTERY);
  }

  @Override
  public boolean isReading(String field) {
    return MondoData.isReading(field);
  }

  @Override
  public Optional<SimulatedSite> site(String id) {
    return estate.group(id).map(SimulatedSite.class::cast);
  }

  @Override
  public ControlReply control(ControlRequest request) {
    return control.answer(request);
  }

  @Override
  public Target identify(VendorRequest request) {
    List<String> path = request.segments();
    if (request.is("POST", "/Account/Login")) {
      return login(estate.account(request.form().getOrDefault("Email", "")));
    }
    if (request.is("POST", "/connect/token")) {
      return login(identity.accountOfGrant(request.form()).flatMap(estate::account));
    }
    if (request.is("POST", "/getDayEnergy")) {
      return aimedAt(dayOrder(request).getString("monitoringPointGroupId", ""));
    }
    if (!request.method().equals("GET") || path.isEmpty()) {
      return Target.of(CallKind.UNKNOWN);
    }
    if (path.size() == 2 && path.get(0).equals("subcircuit")) {
      return aimedAt(path.get(1));
    }
    if (path.size() == 3 && path.get(0).equals("liveusage") && path.get(1).equals("widget")) {
      return aimedAt(path.get(2));
    }
    boolean page =
        request.path().equals("/Account/Login")
            || request.path().equals("/connect/authorize")
            || path.get(0).equals("monitoring");
    return Target.of(page ? CallKind.PAGE : CallKind.UNKNOWN);
  }

  private static Target login(Optional<MondoAccount> account) {
    List<String> sites = account.map(MondoAccount::groups).orElse(List.of());
    return new Target(CallKind.LOGIN, sites, Duration.ZERO);
  }

  private Target aimedAt(String group) {
    return estate
        .group(group)
        .map(found -> new Target(CallKind.DATA, List.of(group), found.latency()))
        .orElse(Target.of(CallKind.DATA));
  }

  private static JsonObject dayOrder(VendorRequest request) {
    return JsonText.parseObject(request.body()).orElse(JsonObject.EMPTY_JSON_OBJECT);
  }

  @Override
  public Reply reply(VendorRequest request, Target target, FaultView faults) {
    return switch (request.method() + " " + request.path()) {
      case "GET /Account/Login" -> signIn.form(faults);
      case "POST /Account/Login" -> signIn.submit(request, faults);
      case "GET /connect/authorize" -> signIn.authorize(request, faults);
      case "POST /connect/token" -> signIn.token(request, faults);
      default -> target.kind() == CallKind.UNKNOWN ? notFound() : api(request, target, faults);
    };
  }

  private Reply api(VendorRequest request, Target target, FaultView faults) {
    Optional<MondoAccount> account = caller(request, target, faults);
    if (account.isEmpty()) {
      return Reply.text(401, "").with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    if (target.kind() == CallKind.PAGE) {
      return list(request.segments(), account.get());
    }
    String id =
        request.method().equals("POST")
            ? dayOrder(request).getString("monitoringPointGroupId", "")
            : request.segments().get(request.segments().size() - 1);
    Optional<MondoGroup> group = estate.group(id);
    if (group.isEmpty()) {
      return estate.isOfAnotherKind(id) ? forbidden() : notFound();
    }
    if (!account.get().groups().contains(id)) {
      return forbidden();
    }
    return document(request, group.get(), faults);
  }

  private Reply document(VendorRequest request, MondoGroup group, FaultView faults) {
    return switch (request.segments().get(0)) {
      case "subcircuit" -> Reply.json(200, data.rows(group, faults));
      case "liveusage" -> Reply.json(200, data.widget(group, faults));
      default -> day(dayOrder(request), group);
    };
  }

  private Reply day(JsonObject order, MondoGroup group) {
    try {
      List<String> points =
          order.containsKey("monitoringPointIds")
              ? order.getJsonArray("monitoringPointIds").getValuesAs(JsonString::getString)
              : List.of();
      LocalDate date = LocalDate.parse(order.getString("date", ""));
      return Reply.json(200, data.day(group, points, date));
    } catch (DateTimeException | ClassCastException | IllegalArgumentException wrong) {
      return Reply.json(400, JsonText.object().add("message", "Bad request").build());
    }
  }

  /** The account that the token or the key stands for. */
  private Optional<MondoAccount> caller(VendorRequest request, Target target, FaultView faults) {
    String authorization = request.header("authorization").orElse("");
    if (!authorization.startsWith(BEARER)) {
      return Optional.empty();
    }
    String token = authorization.substring(BEARER.length());
    if (target.kind() == CallKind.DATA && faults.strikes(FaultName.EXPIRE_TOKEN)) {
      identity.end(token);
    }
    Optional<MondoAccount> byKey = estate.accountOfKey(token);
    if (byKey.isPresent()) {
      return faults.strikes(FaultName.AUTH_FAIL) ? Optional.empty() : byKey;
    }
    return identity.accountOfToken(token).flatMap(estate::account);
  }

  private Reply list(List<String> path, MondoAccount account) {
    if (path.equals(List.of("monitoring", "organizations"))) {
      JsonArrayBuilder organizations = JsonText.array();
      account.organizations().forEach(one -> organizations.add(named(one.id(), one.name())));
      return Reply.json(200, organizations.build());
    }
    boolean groups = path.size() == 4 && path.get(3).equals("monitoringpointgroups");
    if (!groups || !path.get(1).equals("organizations")) {
      return notFound();
    }
    Optional<Organization> organization =
        account.organizations().stream().filter(one -> one.id().equals(path.get(2))).findAny();
    if (organization.isEmpty()) {
      return forbidden();
    }
    JsonArrayBuilder found = JsonText.array();
    organization.get().groups().stream()
        .flatMap(id -> estate.group(id).stream())
        .forEach(group -> found.add(named(group.id(), group.name())));
    return Reply.json(200, found.build());
  }

  private static JsonObject named(String id, String name) {
    return JsonText.object().add("id", id).add("name", name).build();
  }

  private static Reply forbidden() {
    return Reply.json(403, JsonText.object().add("message", "Forbidden").build());
  }

  private static Reply notFound() {
    return Reply.json(404, JsonText.object().add("message", "Not Found").build());
  }
}
