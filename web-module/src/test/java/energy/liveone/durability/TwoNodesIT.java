package energy.liveone.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two servers on one database share the polling. The vendor is made slow, so that polls of the same
 * system by both would overlap, and each server may have only a few calls in flight, so that
 * neither can take all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {
  private static final int SYSTEMS = 24;
  private static final int IN_FLIGHT = 8;
  private static final int ROUNDS = 5;
  private static final int VENDOR_MILLIS = 1500;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** What a claim lasts; longer would keep a dead node's systems waiting. */
  private static final int LEASE_SECONDS = 90;

  private Product product;

  private record Session(int system, long startMillis, long endMillis) {}

  @BeforeAll
  void startTwoNodesWithSystems() throws Exception {
    product =
        Product.startNodes(2, Map.of("LIVEONE_POLL_MAX_IN_FLIGHT", String.valueOf(IN_FLIGHT)));
    ApiClient admin = product.admin();
    new SimulatedFleet(product.simulator())
        .create(SYSTEMS)
        .forEach(account -> setUp(admin, account));
    slowVendorDown();
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void bothNodesPollAndNoSystemTwiceAndADeadNodesSystemsAreTakenOver() throws Exception {
    try (Connection connection = product.sql();
        Statement sql = connection.createStatement()) {
      assertDueSystemsArePolledOnceByEither(sql);
      assertSystemsOfTheDeadGoToTheLiving(sql);
    }
  }

  /** Every round makes all systems due at once; some become due again by their own rhythm. */
  private void assertDueSystemsArePolledOnceByEither(Statement sql) throws SQLException {
    TreeSet<String> owners = new TreeSet<>();
    long begin = number(sql, "SELECT UNIX_TIMESTAMP()");
    sql.executeUpdate("DELETE FROM sessions");
    for (int round = 1; round <= ROUNDS; round++) {
      awaitNothingInFlight(sql);
      long since = number(sql, "SELECT COALESCE(MAX(id), 0) FROM sessions");
      makeAllDue(sql);
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                owners.addAll(owners(sql));
                return number(
                        sql, "SELECT COUNT(DISTINCT system_id) FROM sessions WHERE id > " + since)
                    == SYSTEMS;
              });
    }
    awaitNothingInFlight(sql);
    List<Session> sessions = sessions(sql);
    long minutes = 2 + (number(sql, "SELECT UNIX_TIMESTAMP()") - begin) / 60;

    assertThat(owners).containsExactly("server-1", "server-2");
    assertThat(overlapping(sessions)).isEmpty();
    assertThat(sessions.size()).isBetween(ROUNDS * SYSTEMS, SYSTEMS * (int) (ROUNDS + minutes));
  }

  private void assertSystemsOfTheDeadGoToTheLiving(Statement sql) throws SQLException {
    awaitNothingInFlight(sql);
    makeAllDue(sql);
    String ofDead = " FROM poll_schedule WHERE lease_owner = 'server-2'";
    await().atMost(LIMIT).until(() -> number(sql, "SELECT COUNT(*)" + ofDead) >= 4);
    product.server(2).killHard();
    List<Integer> orphans = numbers(sql, "SELECT system_id" + ofDead);
    long lastSession = number(sql, "SELECT COALESCE(MAX(id), 0) FROM sessions");

    assertThat(orphans).isNotEmpty();
    assertThat(
            number(sql, "SELECT MAX(TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), lease_until))" + ofDead))
        .isBetween((long) LEASE_SECONDS - 30, (long) LEASE_SECONDS);
    // The living goes on with the others and leaves these alone, though they were due.
    await()
        .atMost(LIMIT)
        .until(
            () ->
                number(sql, "SELECT COUNT(*) FROM poll_schedule WHERE lease_owner = 'server-1'")
                    == 0);
    assertThat(
            number(
                sql,
                "SELECT COUNT(*) FROM sessions WHERE system_id IN "
                    + inList(orphans)
                    + " AND id > "
                    + lastSession))
        .isZero();

    // As if the rest of the lease had passed.
    sql.executeUpdate(
        "UPDATE poll_schedule SET next_due_at = UTC_TIMESTAMP(3) + INTERVAL 2 SECOND,"
            + " lease_until = UTC_TIMESTAMP(3) + INTERVAL 2 SECOND WHERE lease_owner = 'server-2'");
    long leaseEnd = number(sql, "SELECT UNIX_TIMESTAMP()");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                number(
                        sql,
                        "SELECT COUNT(DISTINCT system_id) FROM sessions WHERE successful"
                            + " AND system_id IN "
                            + inList(orphans)
                            + " AND started > "
                            + leaseEnd)
                    == orphans.size());
    assertThat(number(sql, "SELECT COUNT(*)" + ofDead)).isZero();
  }

  private static void makeAllDue(Statement sql) throws SQLException {
    sql.executeUpdate(
        "UPDATE poll_schedule SET next_due_at = UTC_TIMESTAMP(3) WHERE lease_until IS NULL");
  }

  private static void awaitNothingInFlight(Statement sql) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                number(sql, "SELECT COUNT(*) FROM poll_schedule WHERE lease_until IS NOT NULL")
                    == 0);
  }

  private static List<Session> overlapping(List<Session> sessions) {
    List<Session> overlapping = new ArrayList<>();
    for (int i = 1; i < sessions.size(); i++) {
      Session before = sessions.get(i - 1);
      Session after = sessions.get(i);
      if (before.system() == after.system() && after.startMillis() < before.endMillis()) {
        overlapping.add(after);
      }
    }
    return overlapping;
  }

  private static List<Session> sessions(Statement sql) throws SQLException {
    List<Session> sessions = new ArrayList<>();
    try (ResultSet result =
        sql.executeQuery(
            "SELECT system_id, started * 1000 + started_ms, duration_ms FROM sessions"
                + " WHERE cause = 'CRON' ORDER BY system_id, started, started_ms")) {
      while (result.next()) {
        long start = result.getLong(2);
        sessions.add(new Session(result.getInt(1), start, start + result.getLong(3)));
      }
    }
    return sessions;
  }

  private static List<String> owners(Statement sql) throws SQLException {
    List<String> owners = new ArrayList<>();
    try (ResultSet result =
        sql.executeQuery(
            "SELECT DISTINCT lease_owner FROM poll_schedule WHERE lease_owner IS NOT NULL")) {
      while (result.next()) {
        owners.add(result.getString(1));
      }
    }
    return owners;
  }

  private static List<Integer> numbers(Statement sql, String query) throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    try (ResultSet result = sql.executeQuery(query)) {
      while (result.next()) {
        numbers.add(result.getInt(1));
      }
    }
    return numbers;
  }

  private static long number(Statement sql, String query) throws SQLException {
    try (ResultSet result = sql.executeQuery(query)) {
      assertThat(result.next()).as(query).isTrue();
      return result.getLong(1);
    }
  }

  private static String inList(List<Integer> ids) {
    return ids.toString().replace('[', '(').replace(']', ')');
  }

  private void slowVendorDown() throws IOException, InterruptedException {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(product.simulator() + "/control/faults/selectronic"))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"slow\":" + VENDOR_MILLIS + "}"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private static void setUp(ApiClient admin, SimulatedFleet.Account account) {
    var fields = Json.createObjectBuilder();
    account.credentials().forEach(fields::add);
    Answer answer =
        admin.post(
            "api/setup",
            Json.createObjectBuilder()
                .add("vendorType", "selectronic")
                .add("displayName", account.name())
                .add("displayTimezone", "Australia/Melbourne")
                .add("credentials", fields)
                .build()
                .toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }
}
