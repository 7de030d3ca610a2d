package energy.liveone.simulator.enphase;

import energy.liveone.simulator.enphase.Grants.Grant;
import energy.liveone.simulator.fault.CallKind;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls below {@code /api/v4/}. */
final class EnphaseApi {

  /** The key is of another application than the token. */
  static final FaultName KEY_MISMATCH = new FaultName("keyMismatch", FaultName.Value.NONE);

  /** The owner has withdrawn access to the system. */
  static final FaultName FORBIDDEN = new FaultName("forbidden", FaultName.Value.NONE);

  /** The gateway's own error, whose message is an array. */
  static final FaultName NOT_IMPLEMENTED = new FaultName("notImplemented", FaultName.Value.NONE);

  private static final Duration REACH = Duration.ofDays(731);
  private static final String BEARER = "Bearer ";
  private static final Set<String> TELEMETRY =
      Set.of(
          "telemetry/production_micro",
          "telemetry/consumption_meter",
          "telemetry/battery",
          "energy_import_telemetry",
          "energy_export_telemetry",
          "latest_telemetry");

  private final EnphaseFleet fleet;
  private final Grants grants;
  private final UsageLedger ledger;
  private final Clock clock;

  EnphaseApi(EnphaseFleet fleet, Grants grants, UsageLedger ledger, Clock clock) {
    this.fleet = fleet;
    this.grants = grants;
    this.ledger = ledger;
    this.clock = clock;
  }

  Target identify(VendorRequest request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.subList(0, 3).equals(List.of("api", "v4", "systems"))) {
      return Target.of(CallKind.UNKNOWN);
    }
    if (path.size() == 3) {
      return Target.of(CallKind.PAGE);
    }
    CallKind kind =
        TELEMETRY.contains(below(path))
            ? CallKind.DATA
            : below(path).equals("summary") ? CallKind.PAGE : CallKind.UNKNOWN;
    // An unknown system is not kept for the journal: its counts would grow with every guess.
    return fleet
        .system(path.get(3))
        .map(system -> new Target(kind, List.of(system.id()), system.latency()))
        .orElseGet(() -> Target.of(kind));
  }

  private static String below(List<String> path) {
    return String.join("/", path.subList(4, path.size()));
  }

  Reply reply(VendorRequest request, FaultView faults) {
    if (!request.method().equals("GET")) {
      return Errors.methodNotAllowed();
    }
    if (faults.strikes(NOT_IMPLEMENTED)) {
      return Errors.notImplemented();
    }
    String token = bearer(request);
    if (faults.strikes(FaultName.EXPIRE_TOKEN)) {
      grants.endAccess(token);
    }
    Optional<Application> application = Application.ofKey(key(request));
    Optional<Grant> grant = grants.ofAccess(token);
    if (application.isEmpty() || grant.isEmpty() || faults.strikes(FaultName.AUTH_FAIL)) {
      return Errors.notAuthorized();
    }
    if (!application.get().clientId().equals(grant.get().clientId())
        || faults.strikes(KEY_MISMATCH)) {
      return Errors.keyMismatch();
    }
    Optional<JsonObject> refusal = ledger.count(application.get().apiKey());
    return refusal
        .map(body -> Reply.json(429, body))
        .orElseGet(() -> served(request, grant.get().account(), faults));
  }

  private static String bearer(VendorRequest request) {
    String header = request.header("authorization").orElse("");
    return header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
  }

  private static String key(VendorRequest request) {
    return request.header("key").orElseGet(() -> request.parameters().getOrDefault("key", ""));
  }

  private Reply served(VendorRequest request, EnphaseAccount account, FaultView faults) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(2).equals("systems")) {
      return Errors.notFound();
    }
    if (path.size() == 3) {
      return list(request.parameters(), account, faults);
    }
    // An account can be given more systems while its tokens are in force.
    EnphaseAccount owner = fleet.account(account.email()).orElse(account);
    Optional<EnphaseSystem> system = fleet.system(path.get(3));
    if (system.isEmpty()) {
      return Errors.notFound();
    }
    if (!owner.owns(path.get(3)) || faults.strikes(FORBIDDEN)) {
      return Errors.forbidden();
    }
    return below(path).equals("summary")
        ? Reply.json(
            200, SystemDocuments.summary(system.get(), newest(system.get(), faults), faults))
        : telemetry(below(path), system.get(), request.parameters(), faults);
  }

  private Reply list(Map<String, String> parameters, EnphaseAccount account, FaultView faults) {
    int page = number(parameters.getOrDefault("page", "1"), 1);
    int size = Math.min(100, number(parameters.getOrDefault("size", "10"), 10));
    Instant newest = DataWindow.newest(ZoneOffset.UTC, faults, clock.instant());
    List<EnphaseSystem> systems =
        fleet.account(account.email()).orElse(account).systems().stream()
            .flatMap(id -> fleet.system(id).stream())
            .toList();
    return Reply.json(200, SystemDocuments.list(systems, page, size, newest));
  }

  private static int number(String text, int otherwise) {
    return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : otherwise;
  }

  private Instant newest(EnphaseSystem system, FaultView faults) {
    Instant newest = DataWindow.newest(ZoneId.of(system.timezone()), faults, clock.instant());
    long seconds = Telemetry.MICRO_SECONDS;
    return Instant.ofEpochSecond(Math.floorDiv(newest.getEpochSecond(), seconds) * seconds);
  }

  private Reply telemetry(
      String kind, EnphaseSystem system, Map<String, String> parameters, FaultView faults) {
    if (kind.equals("latest_telemetry")) {
      return Reply.json(200, SystemDocuments.latest(system, newest(system, faults)));
    }
    String start = parameters.getOrDefault("start_at", "");
    if (!start.isEmpty()) {
      if (!start.matches("\\d{1,10}")) {
        return Errors.unprocessable("start_at is not a valid time");
      }
      Instant from = Instant.ofEpochSecond(Long.parseLong(start));
      if (from.isAfter(clock.instant())) {
        return Errors.unprocessable("Requested date is in the future");
      }
      if (from.isBefore(clock.instant().minus(REACH))) {
        return Errors.unprocessable("Requested date range is invalid for this request");
      }
    }
    Telemetry telemetry =
        new Telemetry(system, DataWindow.of(system, parameters, faults, clock.instant()), faults);
    return switch (kind) {
      case "telemetry/production_micro" -> Reply.json(200, telemetry.production());
      case "telemetry/consumption_meter" -> Reply.json(200, telemetry.consumption());
      case "telemetry/battery" -> Reply.json(200, telemetry.battery());
      case "energy_import_telemetry" -> Reply.json(200, telemetry.grid(true));
      case "energy_export_telemetry" -> Reply.json(200, telemetry.grid(false));
      default -> Errors.notFound();
    };
  }
}
