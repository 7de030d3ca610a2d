package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FakeServer;
import energy.liveone.vendor.FakeServer.Received;
import energy.liveone.vendor.Payloads;
import energy.liveone.vendor.VendorDouble;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** select.live as far as the adapter sees it. Accounts are {@code <name>@example.org}. */
final class FakeSelectronic implements VendorDouble {
  private static final String DATA = "/dashboard/hfdata/";

  private final FakeServer server = new FakeServer(this::answer);
  private final Map<String, String> accountBySession = new ConcurrentHashMap<>();
  private final Map<String, FakeReply> pages = new ConcurrentHashMap<>();
  private final AtomicInteger logins = new AtomicInteger();
  private volatile Function<Received, FakeReply> data = call -> FakeReply.status(500, "");
  private volatile Function<Received, FakeReply> login = call -> welcome(call.body());
  private volatile FakeReply loginDemand = FakeReply.status(401, "Unauthorized");
  private volatile boolean forgetful;

  private FakeReply answer(Received request) {
    if (request.path().equals("/login")) {
      logins.incrementAndGet();
      return login.apply(request);
    }
    if (accountOf(request).isEmpty()) {
      return loginDemand;
    }
    return request.path().startsWith(DATA)
        ? data.apply(request)
        : pages.getOrDefault(request.path(), FakeReply.status(404, "No such page"));
  }

  private FakeReply welcome(String form) {
    String account = form.replaceAll("(?s).*email=([a-z]+)%40.*", "$1");
    if (!form.contains("pwd=secret-of-" + account)) {
      return rejection();
    }
    String session = "cookie-of-" + account + "-" + logins.get() + "==";
    if (!forgetful) {
      accountBySession.put(session, account);
    }
    return FakeReply.redirect("/dashboard").with("Set-Cookie", "PHPSESSID=" + session + "; Path=/");
  }

  static FakeReply rejection() {
    return FakeReply.status(200, "<html><p>Bad email address or password</p></html>");
  }

  static FakeReply loginForm() {
    return FakeReply.status(200, Payloads.of("selectronic", "login-form.html"));
  }

  void onLogin(FakeReply reply) {
    login = call -> reply;
  }

  void demandLoginBy(FakeReply reply) {
    loginDemand = reply;
  }

  void page(String path, FakeReply reply) {
    pages.put(path, reply);
  }

  @Override
  public List<Received> received() {
    return server.received();
  }

  @Override
  public String baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void onData(Function<Received, FakeReply> script) {
    data = script;
  }

  @Override
  public void onLogin(Function<Received, FakeReply> script) {
    login = script;
  }

  @Override
  public void refuseLogins() {
    onLogin(rejection());
  }

  @Override
  public void expireSessions() {
    accountBySession.clear();
  }

  @Override
  public void neverRememberLogins() {
    forgetful = true;
  }

  @Override
  public int logins() {
    return logins.get();
  }

  @Override
  public List<Received> dataCalls() {
    return server.received().stream().filter(call -> call.path().startsWith(DATA)).toList();
  }

  @Override
  public String accountOf(Received call) {
    String cookie = call.header("Cookie").orElse("");
    return accountBySession.entrySet().stream()
        .filter(session -> List.of(cookie.split("; ")).contains("PHPSESSID=" + session.getKey()))
        .map(Map.Entry::getValue)
        .findAny()
        .orElse("");
  }

  @Override
  public String siteOf(Received call) {
    return call.path().substring(DATA.length());
  }

  @Override
  public List<String> issuedSecrets() {
    return List.copyOf(accountBySession.keySet());
  }

  @Override
  public void close() {
    server.close();
  }
}
