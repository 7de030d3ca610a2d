package energy.liveone.simulator.selectronic;

import energy.liveone.simulator.fault.CallKind;
import energy.liveone.simulator.fault.Fault;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The portal. */
public final class SelectronicVendor implements SimulatedVendor {

  /** Failures in minutes 48 to 52 of every hour, as the portal's own maintenance causes. */
  static final FaultName MAINTENANCE = new FaultName("maintenance", FaultName.Value.NONE);

  /**
   * What follows a session that has run out: {@code 401} (as without this), {@code redirect} or
   * {@code loginPage}.
   */
  static final FaultName EXPIRED_REPLY = new FaultName("expiredReply", FaultName.Value.TEXT);

  private static final String NAME = "selectronic";
  private static final String COOKIE = "select.live.session";
  private static final String LIVE_DATA = "hfdata";

  private final SimulatorContext context;
  private final SelectronicFleet fleet;
  private final SelectronicSessions sessions;
  private final SelectronicLive live;

  public SelectronicVendor(SimulatorContext context) {
    this.context = context;
    fleet = new SelectronicFleet(context.seed());
    sessions = new SelectronicSessions(context.clock());
    live = new SelectronicLive(context.clock());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<FaultName> faults() {
    return FaultName.commonAnd(MAINTENANCE, EXPIRED_REPLY);
  }

  @Override
  public boolean isReading(String field) {
    return SelectronicLive.isReading(field);
  }

  @Override
  public Optional<SimulatedSite> site(String id) {
    return fleet.system(id).map(SimulatedSite.class::cast);
  }

  @Override
  public Target identify(VendorRequest request) {
    List<String> path = request.segments();
    if (request.is("POST", "/login")) {
      return login(request);
    }
    if (!request.method().equals("GET") || path.isEmpty()) {
      return Target.of(CallKind.UNKNOWN);
    }
    if (path.size() == 3 && path.get(0).equals("dashboard") && path.get(1).equals(LIVE_DATA)) {
      return aimedAt(CallKind.DATA, path.get(2));
    }
    if (path.size() == 2 && path.get(0).equals("dashboard")) {
      return aimedAt(CallKind.PAGE, path.get(1));
    }
    boolean page = path.equals(List.of("dashboard")) || path.equals(List.of("login"));
    return Target.of(page ? CallKind.PAGE : CallKind.UNKNOWN);
  }

  private Target login(VendorRequest request) {
    List<String> systems =
        fleet
            .account(request.form().getOrDefault("email", ""))
            .map(SelectronicAccount::systems)
            .orElse(List.of());
    return new Target(CallKind.LOGIN, systems, latency(systems));
  }

  private Target aimedAt(CallKind kind, String number) {
    // An unknown number is not kept for the journal: its counts would grow with every guess.
    List<String> known = fleet.system(number).isPresent() ? List.of(number) : List.of();
    return new Target(kind, known, latency(known));
  }

  private Duration latency(List<String> numbers) {
    return numbers.stream()
        .flatMap(number -> fleet.system(number).stream())
        .map(SelectronicSystem::latency)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  @Override
  public Reply reply(VendorRequest request, Target target, FaultView faults) {
    if (faults.strikes(MAINTENANCE) && inMaintenance()) {
      return maintenance();
    }
    return switch (target.kind()) {
      case LOGIN -> signIn(request, faults);
      case DATA -> data(request, faults);
      case PAGE -> page(request, faults);
      case PUSH, UNKNOWN -> Reply.html(404, SelectronicPages.notFound());
    };
  }

  private int minute() {
    return context.clock().instant().atOffset(ZoneOffset.UTC).getMinute();
  }

  private boolean inMaintenance() {
    return minute() >= 48 && minute() <= 52;
  }

  private Reply maintenance() {
    return Reply.html(minute() % 2 == 0 ? 500 : 503, SelectronicPages.unavailable());
  }

  private Reply signIn(VendorRequest request, FaultView faults) {
    String password = request.form().getOrDefault("pwd", "");
    Optional<SelectronicAccount> account =
        fleet
            .account(request.form().getOrDefault("email", ""))
            .filter(found -> found.password().equals(password));
    if (account.isEmpty() || faults.strikes(FaultName.AUTH_FAIL)) {
      return Reply.html(200, SelectronicPages.login("Bad email address or password"));
    }
    return Reply.redirect("/" + NAME + "/dashboard")
        .with("Set-Cookie", COOKIE + "=" + sessions.open(account.get()) + "; Path=/; HttpOnly")
        .with("Set-Cookie", "lang=en; Path=/");
  }

  /** The account that the request's cookie stands for, unless the session is over. */
  private Optional<SelectronicAccount> signedIn(VendorRequest request, FaultView faults) {
    String cookie = request.cookies().getOrDefault(COOKIE, "");
    if (faults.strikes(FaultName.EXPIRE_TOKEN)) {
      sessions.end(cookie);
    }
    return sessions.touch(cookie);
  }

  private static Reply expired(FaultView faults) {
    return switch (faults.claim(EXPIRED_REPLY).flatMap(Fault::text).orElse("401")) {
      case "redirect" -> Reply.redirect("/" + NAME + "/login");
      case "loginPage" -> Reply.html(200, SelectronicPages.login(""));
      default -> Reply.html(401, SelectronicPages.login(""));
    };
  }

  private Reply data(VendorRequest request, FaultView faults) {
    Optional<SelectronicAccount> account = signedIn(request, faults);
    if (account.isEmpty()) {
      return expired(faults);
    }
    return system(account.get(), request.segments().get(2))
        .map(system -> Reply.json(200, live.document(system, faults)))
        .orElseGet(() -> Reply.html(404, SelectronicPages.notFound()));
  }

  private Reply page(VendorRequest request, FaultView faults) {
    List<String> path = request.segments();
    if (path.equals(List.of("login"))) {
      return Reply.html(200, SelectronicPages.login(""));
    }
    Optional<SelectronicAccount> account = signedIn(request, faults);
    if (account.isEmpty()) {
      return Reply.redirect("/" + NAME + "/login");
    }
    String page =
        path.size() == 1
            ? SelectronicPages.systems(systems(account.get()))
            : system(account.get(), path.get(1)).map(SelectronicPages::details).orElse(null);
    return page == null ? Reply.html(404, SelectronicPages.notFound()) : Reply.html(200, page);
  }

  private List<SelectronicSystem> systems(SelectronicAccount account) {
    return account.systems().stream()
        .map(number -> fleet.system(number).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private Optional<SelectronicSystem> system(SelectronicAccount account, String number) {
    return account.owns(number) ? fleet.system(number) : Optional.empty();
  }

  @Override
  public ControlReply control(ControlRequest request) {
    return switch (request.route()) {
      case "POST fleet" -> grow(request.body());
      case "GET fleet" -> ControlReply.ok(JsonText.object().add("systems", fleet.size()));
      default -> throw ControlRefusal.notFound("selectronic knows GET and POST of fleet");
    };
  }

  private ControlReply grow(JsonObject body) {
    int count = ControlInput.integer(body, "count", 1, 100_000).orElse(1);
    int first = ControlInput.integer(body, "firstNumber", 10_000, 9_000_000).orElse(100_000);
    int latencyMs = ControlInput.integer(body, "latencyMs", 0, 60_000).orElse(0);
    fleet.grow(first, count, Duration.ofMillis(latencyMs), context.clock().instant());
    return ControlReply.ok(
        JsonText.object()
            .add("created", count)
            .add("firstNumber", first)
            .add("lastNumber", first + count - 1)
            .add("latencyMs", latencyMs));
  }
}
