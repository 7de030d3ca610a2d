package energy.liveone.vendor.amber;

import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FakeServer;
import energy.liveone.vendor.FakeServer.Received;
import energy.liveone.vendor.VendorDouble;
import java.util.List;
import java.util.function.Function;

/**
 * Amber's API as far as the adapter sees it. Keys are {@code psk_secret_of_<name>}; prices are the
 * data, usage is empty until a test says otherwise.
 */
final class FakeAmber implements VendorDouble {
  private static final String BEARER = "Bearer psk_secret_of_";
  private static final FakeReply NONE = FakeReply.json("[]");

  private final FakeServer server = new FakeServer(this::answer);
  private volatile Function<Received, FakeReply> prices = call -> FakeReply.status(500, "");
  private volatile Function<Received, FakeReply> usage = call -> NONE;
  private volatile FakeReply sites = NONE;
  private volatile FakeReply current = NONE;
  private volatile boolean refusing;

  private FakeReply answer(Received call) {
    if (refusing || accountOf(call).isEmpty()) {
      return FakeReply.status(401, "{\"message\":\"Unauthorized\"}");
    }
    if (call.path().equals("/sites")) {
      return sites;
    }
    if (call.path().endsWith("/prices/current")) {
      return current;
    }
    return isUsage(call) ? usage.apply(call) : prices.apply(call);
  }

  private static boolean isUsage(Received call) {
    return call.path().endsWith("/usage");
  }

  void onUsage(Function<Received, FakeReply> script) {
    usage = script;
  }

  void onSites(FakeReply reply) {
    sites = reply;
  }

  void onCurrent(FakeReply reply) {
    current = reply;
  }

  @Override
  public List<Received> received() {
    return server.received();
  }

  /** Queries of the calls for usage, oldest first. */
  List<String> usageQueries() {
    return server.received().stream()
        .filter(FakeAmber::isUsage)
        .map(call -> call.uri().getQuery())
        .toList();
  }

  @Override
  public String baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void onData(Function<Received, FakeReply> script) {
    prices = script;
  }

  @Override
  public void refuseLogins() {
    refusing = true;
  }

  @Override
  public void expireSessions() {}

  @Override
  public List<Received> dataCalls() {
    return server.received().stream().filter(call -> call.path().endsWith("/prices")).toList();
  }

  @Override
  public String accountOf(Received call) {
    String header = call.header("Authorization").orElse("");
    return header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
  }

  @Override
  public String siteOf(Received call) {
    return call.path().replaceAll("/sites/([^/]+)/.*", "$1");
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
