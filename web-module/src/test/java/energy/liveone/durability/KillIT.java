package energy.liveone.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Kills processes with signal 9 while devices push as fast as they may and systems are polled, then
 * holds the database to what was acknowledged. Has a product of its own, since it breaks it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
  private static final int DEVICES = 8;
  private static final int POLLED = 40;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private Product product;
  private final List<Device> devices = new ArrayList<>();

  private record Device(int systemId, String siteId, String apiKey) {}

  /** A push that was answered 200. */
  private record Acknowledged(int systemId, long t, double solarW) {}

  @BeforeAll
  void startWithSystems() {
    product = Product.start(Map.of());
    ApiClient admin = product.admin();
    for (int i = 0; i < DEVICES; i++) {
      String site = "kill-" + i;
      JsonObject answer = setUp(admin, "fronius", site, Map.of("siteId", site));
      devices.add(
          new Device(
              answer.getInt("systemId"),
              site,
              answer.getJsonObject("secrets").getString("apiKey")));
    }
    new SimulatedFleet(product.simulator())
        .create(POLLED)
        .forEach(account -> setUp(admin, "selectronic", account.name(), account.credentials()));
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheServerIsKilled() throws Exception {
    List<Acknowledged> acknowledged = pushUntilKilled(() -> product.server().killHard());
    product.startServer();

    assertThat(acknowledged).hasSizeGreaterThan(20);
    assertEverythingIsThere(acknowledged);
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheDatabaseIsKilled() throws Exception {
    List<Acknowledged> acknowledged = pushUntilKilled(() -> product.database().killHard());
    product.server().killHard();
    product.startDatabase();
    product.startServer();

    assertThat(acknowledged).hasSizeGreaterThan(20);
    assertEverythingIsThere(acknowledged);
  }

  /**
   * Pushes from all devices at once, minute after minute of the past, and kills in the middle of
   * it.
   */
  private List<Acknowledged> pushUntilKilled(Runnable kill) throws InterruptedException {
    ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    AtomicBoolean killed = new AtomicBoolean();
    AtomicInteger sequence = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(DEVICES + 1);
    for (Device device : devices) {
      senders.execute(() -> push(device, sequence, acknowledged, killed));
    }
    String cron = Product.CRON_SECRET;
    senders.execute(
        () -> {
          try {
            while (!killed.get()) {
              product.api().withToken(cron).post("api/cron/poll", "");
            }
          } catch (UncheckedIOException | IllegalStateException gone) {
            // The server was killed, as intended.
          }
        });
    await().atMost(LIMIT).until(() -> acknowledged.size() >= 120);
    kill.run();
    killed.set(true);
    senders.shutdown();
    assertThat(senders.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    return List.copyOf(acknowledged);
  }

  private void push(
      Device device,
      AtomicInteger sequence,
      ConcurrentLinkedQueue<Acknowledged> acknowledged,
      AtomicBoolean killed) {
    ApiClient client = product.api();
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(6));
    try {
      while (!killed.get()) {
        time = time.plusSeconds(60);
        int number = sequence.incrementAndGet();
        double solar = 1000 + number;
        Answer answer = client.post("api/push/fronius", body(device, time, number, solar));
        if (answer.status() == 200) {
          acknowledged.add(new Acknowledged(device.systemId(), time.getEpochSecond(), solar));
        }
      }
    } catch (UncheckedIOException gone) {
      // The server was killed, as intended.
    }
  }

  private static String body(Device device, Instant time, int number, double solar) {
    return Json.createObjectBuilder()
        .add("siteId", device.siteId())
        .add("apiKey", device.apiKey())
        .add("action", "store")
        .add("timestamp", time.toString())
        .add("sequence", "kill/" + number)
        .add("solarW", solar)
        .add("loadW", solar)
        .add("solarWhInterval", solar / 60)
        .build()
        .toString();
  }

  private void assertEverythingIsThere(List<Acknowledged> acknowledged) throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement()) {
      for (Acknowledged push : acknowledged) {
        assertThat(
                number(
                    statement,
                    "SELECT value FROM v_point_readings WHERE point_key = 'solar_w' AND system_id = "
                        + push.systemId()
                        + " AND inverter_time = "
                        + push.t()))
            .isEqualTo(push.solarW());
      }
      assertSessionsTellTheTruth(statement);
    }
    ApiClient admin = product.admin();
    await().atMost(LIMIT).until(() -> verify(admin).getInt("pending") == 0);
    JsonObject verified = verify(admin);
    assertThat(verified.getInt("compared")).isGreaterThan(2 * DEVICES);
    assertThat(verified.getJsonArray("examples")).isEmpty();
    assertThat(verified.getInt("different")).isZero();
  }

  /**
   * A reading is on record exactly when a successful session says so: no more rows than sessions
   * claim, and no fewer.
   */
  private static void assertSessionsTellTheTruth(Statement statement) throws SQLException {
    double claimed =
        number(statement, "SELECT COALESCE(SUM(num_rows), 0) FROM sessions WHERE successful");
    double stored = number(statement, "SELECT COUNT(*) FROM point_readings");
    assertThat(stored).isEqualTo(claimed);
  }

  private static double number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).as(sql).isTrue();
      return result.getDouble(1);
    }
  }

  private static JsonObject verify(ApiClient admin) {
    Answer answer =
        admin.post(
            "api/admin/aggregates/verify",
            Json.createObjectBuilder()
                .add("from", Instant.now().minus(Duration.ofDays(1)).toString())
                .build()
                .toString());
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static JsonObject setUp(
      ApiClient admin, String vendor, String name, Map<String, String> credentials) {
    var fields = Json.createObjectBuilder();
    credentials.forEach(fields::add);
    Answer answer =
        admin.post(
            "api/setup",
            Json.createObjectBuilder()
                .add("vendorType", vendor)
                .add("displayName", name)
                .add("displayTimezone", "Australia/Melbourne")
                .add("credentials", fields)
                .build()
                .toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }
}
