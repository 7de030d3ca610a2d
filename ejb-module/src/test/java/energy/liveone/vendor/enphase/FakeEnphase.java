package energy.liveone.vendor.enphase;

import energy.liveone.grant.MemoryGrants;
import energy.liveone.grant.MemoryLeases;
import energy.liveone.grant.RenewTokens;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FakeServer;
import energy.liveone.vendor.FakeServer.Received;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.VendorDouble;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Enphase's cloud as far as the adapter sees it. Grant 1 is anna's, grant 2 is ben's; both begin
 * with an access token that has run out, so that a renewal is this vendor's login.
 */
final class FakeEnphase implements VendorDouble {
  private static final String MICRO = "/telemetry/production_micro";
  private static final List<String> ACCOUNTS = List.of("anna", "ben");

  private final FakeServer server = new FakeServer(this::answer);
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Map<String, String> accountByAccess = new ConcurrentHashMap<>();
  private final Map<String, String> accountByRefresh = new ConcurrentHashMap<>();
  private final Map<String, FakeReply> pages = new ConcurrentHashMap<>();
  private final AtomicInteger logins = new AtomicInteger();
  private final MemoryGrants grants = new MemoryGrants();
  private final MemoryLeases leases = new MemoryLeases();
  private volatile Function<Received, FakeReply> data = call -> FakeReply.status(500, "");
  private volatile Function<Received, FakeReply> login = call -> renew(call.body());
  private volatile boolean forgetful;

  FakeEnphase() {
    for (String account : ACCOUNTS) {
      accountByRefresh.put("first-refresh-of-" + account, account);
      grants.put(ACCOUNTS.indexOf(account) + 1, firstTokens(account, Instant.EPOCH));
    }
  }

  private static OAuthTokens firstTokens(String account, Instant expiresAt) {
    return new OAuthTokens(
        "first-access-of-" + account, "first-refresh-of-" + account, expiresAt, "enl-" + account);
  }

  /** The renewal that the product has, each on a node of its own, over a store in memory. */
  RenewTokens renewal(Clock clock) {
    return new RenewTokens(grants, leases, clock, threads);
  }

  static Credentials credentials(String account, Instant expiresAt) {
    int grant = ACCOUNTS.indexOf(account) + 1;
    return new MemoryGrants().put(grant, firstTokens(account, expiresAt)).credentials();
  }

  /** Accepts the access token with which an account begins. */
  void acceptFirstTokens() {
    ACCOUNTS.forEach(account -> accountByAccess.put("first-access-of-" + account, account));
  }

  private FakeReply answer(Received request) {
    if (request.path().equals("/oauth/token")) {
      logins.incrementAndGet();
      return login.apply(request);
    }
    if (accountOf(request).isEmpty()) {
      return FakeReply.status(
          401,
          "{\"message\":\"Not Authorized\",\"details\":\"User is not authorized\",\"code\":401}");
    }
    return request.path().endsWith(MICRO)
        ? data.apply(request)
        : pages.getOrDefault(
            request.path().replaceFirst("/api/v4", ""), FakeReply.status(404, "{}"));
  }

  private FakeReply renew(String form) {
    String proof = form.replaceAll("(?s).*refresh_token=([a-z0-9-]+).*", "$1");
    String account = accountByRefresh.remove(proof);
    if (account == null) {
      return FakeReply.status(400, "{\"error\":\"invalid_grant\"}");
    }
    String access = "access-%d-of-%s".formatted(logins.get(), account);
    String refresh = "refresh-%d-of-%s".formatted(logins.get(), account);
    if (!forgetful) {
      accountByAccess.put(access, account);
    }
    accountByRefresh.put(refresh, account);
    return FakeReply.json(
        """
        {"access_token":"%s","refresh_token":"%s","token_type":"bearer","expires_in":86393,
         "enl_uid":"enl-%s","enl_cid":"9081","scope":"read write"}"""
            .formatted(access, refresh, account));
  }

  void onLogin(FakeReply reply) {
    login = call -> reply;
  }

  /** Answers a path below {@code /api/v4}. */
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
    onLogin(FakeReply.status(400, "{\"error\":\"invalid_grant\"}"));
  }

  @Override
  public void expireSessions() {
    accountByAccess.clear();
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
    return server.received().stream().filter(call -> call.path().endsWith(MICRO)).toList();
  }

  @Override
  public String accountOf(Received call) {
    String bearer = call.header("Authorization").orElse("").replaceFirst("Bearer ", "");
    return accountByAccess.getOrDefault(bearer, "");
  }

  @Override
  public String siteOf(Received call) {
    return call.path().replaceAll(".*/systems/([0-9]+)/.*", "$1");
  }

  @Override
  public List<String> issuedSecrets() {
    return Stream.concat(accountByAccess.keySet().stream(), accountByRefresh.keySet().stream())
        .filter(token -> !token.startsWith("first"))
        .toList();
  }

  @Override
  public void close() {
    server.close();
    threads.shutdownNow();
  }
}
