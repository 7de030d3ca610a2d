package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FakeServer;
import energy.liveone.vendor.FakeServer.Received;
import energy.liveone.vendor.VendorDouble;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The monitoring API as far as the adapter sees it. The key of an account is {@code
 * secret-of-<name>}; the power flow is the main call, the others tell nothing until a test says so.
 */
final class FakeSolarEdge implements VendorDouble {
  private static final String FLOW = "currentPowerFlow";
  private static final String KEY_PREFIX = "secret-of-";

  private final FakeServer server = new FakeServer(this::answer);
  private final Map<String, FakeReply> others = new ConcurrentHashMap<>();
  private volatile Function<Received, FakeReply> flow = call -> FakeReply.status(500, "");
  private volatile boolean refusing;

  FakeSolarEdge() {
    say("details", "{\"details\":{\"id\":1482210,\"status\":\"Active\"}}");
    say("overview", "{\"overview\":{\"measuredBy\":\"INVERTER\"}}");
    say("inventory", "{\"Inventory\":{\"meters\":[]}}");
    say("energyDetails", "{\"energyDetails\":{\"unit\":\"Wh\",\"meters\":[]}}");
    say("powerDetails", "{\"powerDetails\":{\"unit\":\"W\",\"meters\":[]}}");
    say("storageData", "{\"storageData\":{\"batteryCount\":0,\"batteries\":[]}}");
  }

  private FakeReply answer(Received request) {
    if (refusing || accountOf(request).isEmpty()) {
      return FakeReply.status(403, "<error><message>Invalid token</message></error>");
    }
    String call = callOf(request);
    return call.equals(FLOW)
        ? flow.apply(request)
        : others.getOrDefault(call, FakeReply.status(404, "Not found"));
  }

  /** The last part of the path; {@code list} for the list of sites. */
  static String callOf(Received request) {
    return request.path().substring(request.path().lastIndexOf('/') + 1);
  }

  static Map<String, String> parameters(Received request) {
    return Arrays.stream(request.uri().getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Answers a call other than the power flow from now on. */
  void say(String call, String body) {
    reply(call, FakeReply.json(body));
  }

  void reply(String call, FakeReply reply) {
    others.put(call, reply);
  }

  @Override
  public List<Received> received() {
    return server.received();
  }

  /** The calls so far, by the last part of their paths. */
  List<String> calls() {
    return received().stream().map(FakeSolarEdge::callOf).toList();
  }

  List<Received> calls(String call) {
    return received().stream().filter(one -> callOf(one).equals(call)).toList();
  }

  @Override
  public String baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void onData(Function<Received, FakeReply> script) {
    flow = script;
  }

  @Override
  public void refuseLogins() {
    refusing = true;
  }

  @Override
  public void expireSessions() {
    // A key goes with every call.
  }

  @Override
  public List<Received> dataCalls() {
    return calls(FLOW);
  }

  @Override
  public String accountOf(Received call) {
    String key = parameters(call).getOrDefault("api_key", "");
    return key.startsWith(KEY_PREFIX) ? key.substring(KEY_PREFIX.length()) : "";
  }

  @Override
  public String siteOf(Received call) {
    String[] parts = call.path().split("/");
    return parts.length > 2 && parts[1].equals("site") ? parts[2] : "";
  }

  @Override
  public List<String> issuedSecrets() {
    return List.of();
  }

  @Override
  public void close() {
    server.close();
  }
}
