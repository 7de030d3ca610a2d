package energy.liveone.vendor.mondo;

import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FakeServer;
import energy.liveone.vendor.FakeServer.Received;
import energy.liveone.vendor.VendorDouble;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Mondo as far as the adapter sees it. Accounts are {@code <name>@example.org}, keys {@code
 * key-of-<name>}. A login is a form with the right password, or a refresh token that is taken.
 */
final class FakeMondo implements VendorDouble {
  private static final String DATA = "/subcircuit/";
  private static final String WIDGET = "/liveusage/widget/";

  private final FakeServer server = new FakeServer(this::answer);
  private final Map<String, String> accountByCookie = new ConcurrentHashMap<>();
  private final Map<String, String> accountByCode = new ConcurrentHashMap<>();
  private final Map<String, String> challengeByCode = new ConcurrentHashMap<>();
  private final Map<String, String> accountByToken = new ConcurrentHashMap<>();
  private final Map<String, String> accountByRefresh = new ConcurrentHashMap<>();
  private final Map<String, FakeReply> replies = new ConcurrentHashMap<>();
  private final List<String> issued = new CopyOnWriteArrayList<>();
  private final List<String> spent = new CopyOnWriteArrayList<>();
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger number = new AtomicInteger();
  private volatile Function<Received, FakeReply> data = call -> FakeReply.status(500, "");
  private volatile Function<Received, FakeReply> login = this::signIn;
  private volatile boolean refusing;
  private volatile boolean forgetful;
  private volatile String life = "3600";

  private FakeReply answer(Received request) {
    String step = request.method() + " " + request.path();
    FakeReply fixed = replies.get(step);
    if (fixed != null) {
      return fixed;
    }
    return switch (step) {
      case "GET /Account/Login" -> form().with("Set-Cookie", "antiforgery=" + secret("af"));
      case "POST /Account/Login" -> login.apply(request);
      case "GET /connect/authorize" -> authorize(request);
      case "POST /connect/token" -> token(fields(request.body()));
      default -> data(request);
    };
  }

  private FakeReply data(Received request) {
    if (accountOf(request).isEmpty()) {
      return FakeReply.status(401, "");
    }
    if (request.path().startsWith(DATA)) {
      return data.apply(request);
    }
    return request.path().startsWith(WIDGET) ? FakeReply.json("{}") : FakeReply.status(404, "");
  }

  private String secret(String kind) {
    return secret(kind, issued);
  }

  private String secret(String kind, List<String> kept) {
    String secret = kind + "-secret-number-" + number.incrementAndGet();
    kept.add(secret);
    return secret;
  }

  FakeReply.Full form() {
    return FakeReply.status(
        200,
        "<form><input type=\"hidden\" name=\"__RequestVerificationToken\" value=\""
            + secret("verification", spent)
            + "\"/></form>");
  }

  private FakeReply signIn(Received request) {
    logins.incrementAndGet();
    Map<String, String> form = fields(request.body());
    String account = form.getOrDefault("Email", "").replace("@example.org", "");
    boolean right =
        form.getOrDefault("Password", "").equals("secret-of-" + account)
            && spent.contains(form.get("__RequestVerificationToken"))
            && "false".equals(form.get("RememberMe"))
            && request.header("Cookie").orElse("").contains("antiforgery=");
    if (!right || refusing) {
      return form();
    }
    String cookie = secret("cookie");
    accountByCookie.put(cookie, account);
    return FakeReply.redirect("/").with("Set-Cookie", "identity=" + cookie + "; path=/; httponly");
  }

  private FakeReply authorize(Received request) {
    Map<String, String> asked = fields(request.uri().getRawQuery());
    String cookie = request.header("Cookie").orElse("").replaceAll(".*identity=([^;]+).*", "$1");
    if (!accountByCookie.containsKey(cookie)
        || !"S256".equals(asked.get("code_challenge_method"))) {
      return FakeReply.redirect("/Account/Login?ReturnUrl=x");
    }
    String code = secret("code", spent);
    accountByCode.put(code, accountByCookie.get(cookie));
    challengeByCode.put(code, asked.get("code_challenge"));
    spent.add(asked.get("state"));
    return FakeReply.redirect(
        asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
  }

  private FakeReply token(Map<String, String> form) {
    String account;
    if ("refresh_token".equals(form.get("grant_type"))) {
      account = refusing ? null : accountByRefresh.remove(form.get("refresh_token"));
      if (account != null) {
        logins.incrementAndGet();
      }
    } else {
      String code = form.getOrDefault("code", "");
      spent.add(form.get("code_verifier"));
      String challenge = new Pkce(form.get("code_verifier"), "").challenge();
      account = challenge.equals(challengeByCode.remove(code)) ? accountByCode.remove(code) : null;
    }
    if (account == null) {
      return FakeReply.status(400, "{\"error\":\"invalid_grant\"}");
    }
    String token = secret("token");
    String refresh = secret("refresh");
    if (!forgetful) {
      accountByToken.put(token, account);
    }
    accountByRefresh.put(refresh, account);
    return FakeReply.json(
        "{\"access_token\":\"%s\",\"expires_in\":%s,\"refresh_token\":\"%s\"}"
            .formatted(token, life, refresh));
  }

  private static Map<String, String> fields(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      fields.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  /** Answers a step, such as {@code GET /connect/authorize}, in one way from now on. */
  void reply(String step, FakeReply reply) {
    replies.put(step, reply);
  }

  void widget(String group, String body) {
    replies.put("GET " + WIDGET + group, FakeReply.json(body));
  }

  /** Tokens live so many seconds from now on. */
  void tokensLive(int seconds) {
    life = Integer.toString(seconds);
  }

  /** Forgets access tokens, but not the refresh tokens. */
  void expireAccessTokens() {
    accountByToken.clear();
  }

  List<String> steps() {
    return server.received().stream().map(call -> call.method() + " " + call.path()).toList();
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
    refusing = true;
  }

  @Override
  public void expireSessions() {
    accountByToken.clear();
    accountByRefresh.clear();
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
    String token = call.header("Authorization").orElse("").replaceFirst("^Bearer ", "");
    return token.startsWith("key-of-") && !refusing
        ? token.substring("key-of-".length())
        : accountByToken.getOrDefault(token, "");
  }

  @Override
  public String siteOf(Received call) {
    return call.path().substring(DATA.length());
  }

  @Override
  public List<String> issuedSecrets() {
    return List.copyOf(issued);
  }

  /** Secrets of one step of a login: worthless afterwards, and yet nobody's business. */
  List<String> spentSecrets() {
    return List.copyOf(spent);
  }

  @Override
  public void close() {
    server.close();
  }
}
