package energy.liveone.simulator.amber;

import energy.liveone.simulator.fault.CallKind;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.SimulatedSite;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Amber's public API. Prices and usage are data calls; sites and renewables count as pages. */
public final class AmberVendor implements SimulatedVendor {

  /** Amber's own 500 on everything, or on {@code prices}, {@code usage} or {@code sites} alone. */
  static final FaultName INTERNAL_ERROR =
      new FaultName("internalError", FaultName.Value.OPTIONAL_TEXT);

  private static final String NAME = "amber";
  private static final String BEARER = "Bearer ";
  private static final Duration LATENCY = Duration.ofMillis(40);
  private static final Set<String> STATES = Set.of("nsw", "qld", "sa", "vic");
  private static final Set<String> NOT_MEASURED = Set.of("duration", "intervalLength");

  private final SimulatorContext context;
  private final AmberSites sites;
  private final AmberLimit limit = new AmberLimit();
  private final AmberPages pages;
  private final AmberControl control;

  public AmberVendor(SimulatorContext context) {
    this.context = context;
    Market market = new Market(context.seed());
    sites = new AmberSites(context.seed(), market);
    pages = new AmberPages(market);
    control = new AmberControl(sites, limit, market, pages);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<FaultName> faults() {
    return Stream.concat(
            FaultName.commonWithout(FaultName.COUNTER_RESET).stream(),
            Stream.of(INTERNAL_ERROR, AmberUsage.NEGATIVE_EXPORT))
        .toList();
  }

  @Override
  public boolean isReading(String field) {
    return !NOT_MEASURED.contains(field);
  }

  @Override
  public Optional<SimulatedSite> site(String id) {
    return sites.site(id).map(SimulatedSite.class::cast);
  }

  @Override
  public ControlReply control(ControlRequest request) {
    return control.answer(request);
  }

  @Override
  public Target identify(VendorRequest request) {
    List<String> path = request.segments();
    if (!request.method().equals("GET") || path.isEmpty()) {
      return Target.of(CallKind.UNKNOWN);
    }
    if (path.get(0).equals("sites") && path.size() >= 3) {
      // An unknown site is not kept for the journal: its counts would grow with every guess.
      List<String> known = sites.site(path.get(1)).isPresent() ? List.of(path.get(1)) : List.of();
      return new Target(CallKind.DATA, known, LATENCY);
    }
    boolean page = path.equals(List.of("sites")) || path.get(0).equals("state");
    return new Target(page ? CallKind.PAGE : CallKind.UNKNOWN, ownSites(request), LATENCY);
  }

  private List<String> ownSites(VendorRequest request) {
    return sites.sitesOf(key(request)).stream().map(AmberSite::id).toList();
  }

  private static String key(VendorRequest request) {
    String header = request.header("authorization").orElse("");
    return header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
  }

  @Override
  public Reply reply(VendorRequest request, Target target, FaultView faults) {
    List<String> path = request.segments();
    if (path.size() == 4 && path.get(0).equals("state") && STATES.contains(path.get(1))) {
      return pages.renewables(request, context.clock().instant());
    }
    String key = key(request);
    if (!sites.knows(key) || faults.strikes(FaultName.EXPIRE_TOKEN)) {
      return message(401, "Unauthorized");
    }
    if (faults.strikes(FaultName.AUTH_FAIL)) {
      return message(403, "Forbidden");
    }
    Instant now = context.clock().instant();
    return limit
        .refusal(key, now)
        .orElseGet(() -> limit.told(permitted(path, request, key, now, faults), key, now));
  }

  private Reply permitted(
      List<String> path, VendorRequest request, String key, Instant now, FaultView faults) {
    if (breaksDown(path, faults)) {
      return message(500, "Internal server error");
    }
    if (path.equals(List.of("sites"))) {
      JsonArrayBuilder list = JsonText.array();
      sites.sitesOf(key).forEach(site -> list.add(site.json()));
      return Reply.json(200, list.build());
    }
    Optional<AmberSite> site =
        path.size() >= 3
            ? sites.site(path.get(1)).filter(sites.sitesOf(key)::contains)
            : Optional.empty();
    return site.map(
            own ->
                switch (String.join("/", path.subList(2, path.size()))) {
                  case "prices/current" -> pages.current(own, request, faults, now);
                  case "prices" -> pages.prices(own, request, faults, now);
                  case "usage" -> pages.usage(own, request, faults, now);
                  default -> message(404, "Not found");
                })
        .orElseGet(() -> message(404, "Site not found"));
  }

  private static boolean breaksDown(List<String> path, FaultView faults) {
    return faults
        .claim(INTERNAL_ERROR)
        .map(fault -> fault.text().map(path::contains).orElse(true))
        .orElse(false);
  }

  static Reply message(int status, String text) {
    return Reply.json(status, JsonText.object().add("message", text).build());
  }
}
