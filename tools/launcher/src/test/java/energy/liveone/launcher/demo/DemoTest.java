package energy.liveone.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.liveone.launcher.client.AdminSession;
import energy.liveone.launcher.client.JsonOverHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One stand-in plays the server and the simulator; it keeps the requests in their order. */
class DemoTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final int PIECES = 7 * 4;
  private static final int IMPORTED = 4;

  private final List<String> requests = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();
  private Optional<String> token = Optional.empty();
  private Optional<String> notes = Optional.empty();
  private String lastUpdate = "null";
  private String status = "active";
  private boolean refusedUntilPolled;
  private HttpServer stub;

  /** Without this the JDK's server waits 40 ms for the acknowledgement of each answer's head. */
  @BeforeAll
  static void answerAtOnce() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  @BeforeEach
  void start() throws IOException {
    stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stub.createContext("/", this::answer);
    stub.start();
  }

  @AfterEach
  void stop() {
    stub.stop(0);
  }

  @Test
  void theFirstStartAddsSystemsOfAllVendorsAndSevenDays() {
    demo(Optional.of("right")).run();

    assertThat(count("POST /api/setup")).isEqualTo(DemoSystem.ALL.size());
    assertThat(count("POST /control/fronius/senders")).isEqualTo(1);
    assertThat(count("POST /api/admin/systems/")).isEqualTo(IMPORTED * PIECES);
    assertThat(count("POST /api/cron/daily")).isEqualTo(1);
    assertThat(told).singleElement().asString().contains("7 days of history");
  }

  @Test
  void whatIsRefusedBeforeTheFirstPollIsImportedAfterIt() {
    refusedUntilPolled = true;

    demo(Optional.of("right")).run();

    assertThat(count("POST /api/cron/poll")).isEqualTo(1);
    assertThat(count("POST /api/admin/systems/")).isEqualTo(IMPORTED + IMPORTED * PIECES);
    assertThat(told).singleElement().asString().contains("7 days of history");
  }

  @Test
  void theNewestPiecesOfAllSystemsComeFirst() {
    demo(Optional.of("right")).run();

    List<String> history =
        requests.stream().filter(line -> line.startsWith("GET /control/history")).toList();
    assertThat(history.subList(0, IMPORTED))
        .allMatch(line -> line.contains("&to=" + NOW.getEpochSecond() + "&"))
        .extracting(line -> line.split("/")[4].split("\\?")[0])
        .containsExactly("1586", "1587", "hillside-01", "7c0ffee0-0000-4000-8000-000000000001");
  }

  @Test
  void aSecondStartAddsNothingAndGivesTheSenderItsKeyAgain() {
    demo(Optional.of("right")).run();
    requests.clear();
    lastUpdate = String.valueOf(NOW.getEpochSecond());

    demo(Optional.empty()).run();

    assertThat(count("POST /api/setup")).isZero();
    assertThat(count("POST /api/auth/token")).isZero();
    assertThat(count("POST /api/admin/systems/")).isZero();
    assertThat(requests)
        .anyMatch(line -> line.contains("/control/fronius/senders") && line.contains("lo_key"));
  }

  @Test
  void theFirstStartMakesOneHomeOfInverterAndRetailerAndCountsTheirMeterOnce() {
    demo(Optional.of("right")).run();

    int home = aliases.indexOf("home") + 1;
    int tariff = aliases.indexOf("tariff") + 1;
    assertThat(requests)
        .filteredOn(line -> line.contains("/api/composite"))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"isFavorite\":true", "\"systemIds\":[%d,%d]".formatted(home, tariff));
    assertThat(requests)
        .filteredOn(line -> line.startsWith("PUT /api/composite/main-house/bindings"))
        .singleElement()
        .asString()
        .contains(
            "{\"systemId\":%d,\"pointKey\":\"grid_import_interval_kwh\",\"excluded\":true}"
                .formatted(tariff),
            "grid_export_interval_kwh");
  }

  @Test
  void aCompositeThatWasDeletedStaysDeleted() {
    demo(Optional.of("right")).run();
    requests.clear();

    demo(Optional.empty()).run();

    assertThat(requests).noneMatch(line -> line.contains("/api/composite"));
  }

  @Test
  void theTimeWithoutServerIsFilledIn() {
    demo(Optional.of("right")).run();
    requests.clear();
    Instant stopped = NOW.minusSeconds(3600);
    lastUpdate = "\"" + stopped + "\"";

    demo(Optional.empty()).run();

    assertThat(requests)
        .filteredOn(line -> line.startsWith("GET /control/history"))
        .hasSize(IMPORTED)
        .allMatch(
            line ->
                line.contains("from=" + stopped.getEpochSecond() + "&to=" + NOW.getEpochSecond()));
  }

  @Test
  void theOwnerOfTheEnphaseAccountIsPlayedToo() {
    demo(Optional.of("right")).run();

    assertThat(requests)
        .anyMatch(line -> line.contains("/enphase/oauth/authorize?state=s&decision=approve"))
        .anyMatch(line -> line.startsWith("GET /api/auth/enphase/callback?code=c&state=s"))
        .anyMatch(line -> line.startsWith("POST /api/setup") && line.contains("\"grantId\":3"));
  }

  @Test
  void withoutTheDemoItsSystemsArePausedAndWithItTheyGoOn() {
    demo(Optional.of("right")).run();
    requests.clear();

    new DemoPause(base(), session(Optional.empty()), told::add).run();

    assertThat(requests)
        .filteredOn(line -> line.contains("/settings {\"status\":\"paused\"}"))
        .hasSize(DemoSystem.ALL.size());
    status = "paused";
    demo(Optional.empty()).run();
    assertThat(requests)
        .filteredOn(line -> line.contains("/settings {\"status\":\"active\"}"))
        .hasSize(DemoSystem.ALL.size());
  }

  @Test
  void withoutAPasswordItSaysWhatToDo() {
    demo(Optional.empty()).run();

    assertThat(told).singleElement().asString().contains("LIVEONE_ADMIN_PASSWORD");
    assertThat(requests).isEmpty();
  }

  private long count(String start) {
    return requests.stream().filter(line -> line.startsWith(start)).count();
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + stub.getAddress().getPort());
  }

  private AdminSession session(Optional<String> password) {
    return new AdminSession(
        new JsonOverHttp(base()),
        new AdminSession.Account("admin@liveone.example", password),
        new AdminSession.TokenStore(() -> token, text -> token = Optional.of(text)));
  }

  private Demo demo(Optional<String> password) {
    return new Demo(
        new Demo.Addresses(base(), base()),
        session(password),
        new DemoNotes(notes, text -> notes = Optional.of(text)),
        Clock.fixed(NOW, ZoneOffset.UTC),
        told::add);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    byte[] reply = reply(exchange.getRequestURI().getPath(), body).getBytes(StandardCharsets.UTF_8);
    if (exchange.getRequestURI().getPath().equals("/enphase/oauth/authorize")) {
      exchange
          .getResponseHeaders()
          .add("Location", "http://localhost:8080/api/auth/enphase/callback?code=c&state=s");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private String reply(String path, String body) {
    return switch (path) {
      case "/api/auth/token" -> "{\"token\":\"t\",\"expiresAt\":\"2026-12-20T10:00:00Z\"}";
      case "/api/data/systems" ->
          aliases.stream()
              .map(
                  alias ->
                      "{\"id\":%d,\"alias\":\"%s\",\"vendorType\":\"%s\",\"status\":\"%s\",\"lastUpdate\":%s}"
                          .formatted(
                              aliases.indexOf(alias) + 1,
                              alias,
                              vendorOf(alias),
                              status,
                              lastUpdate))
              .collect(Collectors.joining(",", "{\"success\":true,\"data\":[", "]}"));
      case "/api/setup" -> setup(body);
      case "/api/auth/enphase/auth" ->
          "{\"success\":true,\"url\":\"http://127.0.0.1:%d/enphase/oauth/authorize?state=s\"}"
              .formatted(stub.getAddress().getPort());
      case "/api/auth/enphase/callback" -> "{\"success\":true,\"grantId\":3}";
      default ->
          path.startsWith("/api/admin")
              ? "{\"success\":true,\"stored\":10,\"duplicates\":0,\"rejected\":%d}"
                  .formatted(refusedUntilPolled && count("POST /api/cron/poll") == 0 ? 7 : 0)
              : "{}";
    };
  }

  private static String vendorOf(String alias) {
    return DemoSystem.ALL.stream()
        .filter(system -> system.alias().equals(alias))
        .findFirst()
        .orElseThrow()
        .vendorType();
  }

  private String setup(String body) {
    aliases.add(body.replaceAll(".*\"alias\":\"(\\w+)\".*", "$1"));
    String secrets = body.contains("\"fronius\"") ? ",\"secrets\":{\"apiKey\":\"lo_key\"}" : "";
    return "{\"success\":true,\"systemId\":" + aliases.size() + secrets + "}";
  }
}
