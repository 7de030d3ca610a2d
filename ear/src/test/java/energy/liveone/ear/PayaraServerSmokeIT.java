package energy.liveone.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.MariaDbSettings;
import energy.liveone.launcher.RuntimeFiles;
import energy.liveone.launcher.SimulatorProcess;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One journey through the EAR on a Payara Server that was set up as its documentation says. */
class PayaraServerSmokeIT {
  private static final String EMAIL = "admin@liveone.example";
  private static final String PASSWORD = "correct horse battery";
  private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");

  private final Clock clock = Clock.system(ZONE);

  @TempDir private Path scratch;

  @Test
  void earIsSetUpUsedAndRemoved() throws Exception {
    DocumentedCommands page =
        DocumentedCommands.of(RuntimeFiles.locate().root().resolve("docs/payara-server.md"));
    try (EmbeddedMariaDb database =
            EmbeddedMariaDb.start(MariaDbSettings.forTests(scratch.resolve("database")));
        SimulatorProcess simulator = SimulatorProcess.start(scratch.resolve("simulator"), 0);
        PayaraServer server =
            PayaraServer.start(
                PayaraServer.unpacked(), scratch, environment(database, simulator.base()))) {
      server.run(page.under("Prepare the domain"));
      server.run(page.under("Deploy"));
      assertThat(ApiClient.status(server.url() + "/health/ready")).isEqualTo(200);

      ApiClient api = ApiClient.signIn(server.url(), EMAIL, PASSWORD);
      int system = setUpSystem(api);
      assertThat(poll(api).getInt("successful")).isEqualTo(1);
      importYesterday(api, system);
      awaitAggregates(database, system);
      runDailyJob(api, database);

      assertThat(count(database, "SELECT COUNT(*) FROM point_readings_agg_daily")).isPositive();
      assertThat(server.run("asadmin list-batch-jobs")).contains("daily-aggregation");
      assertThat(server.run(page.under("Look at it"))).contains("COMPLETED");
      assertThat(ApiClient.status(server.url() + "/")).isLessThan(400);

      server.run("asadmin undeploy liveone");
      assertThat(ApiClient.status(server.url() + "/health/ready")).isNotEqualTo(200);
      assertThat(count(database, "SELECT COUNT(*) FROM jbatchJOBINSTANCEDATA")).isPositive();
    }
  }

  private static Map<String, String> environment(EmbeddedMariaDb database, String simulator) {
    return Map.ofEntries(
        Map.entry("LIVEONE_DB_URL", database.url()),
        Map.entry("LIVEONE_DB_USER", database.user()),
        Map.entry("LIVEONE_DB_PASSWORD", database.password()),
        Map.entry("LIVEONE_BATCH_DB_URL", database.url() + "?useMysqlMetadata=true"),
        Map.entry("LIVEONE_ENCRYPTION_KEY", "0123456789abcdef".repeat(4)),
        Map.entry("LIVEONE_CRON_SECRET", "cron-secret-of-the-smoke-test"),
        Map.entry("LIVEONE_ADMIN_EMAIL", EMAIL),
        Map.entry("LIVEONE_ADMIN_PASSWORD", PASSWORD),
        Map.entry("LIVEONE_NODE", "smoke-test"),
        Map.entry("LIVEONE_POLL_ENABLED", "false"),
        Map.entry("LIVEONE_VENDOR_SELECTRONIC_BASE_URL", simulator + "/selectronic"),
        Map.entry("DRIVER", RuntimeFiles.locate().mariaDbDriver().toString()),
        Map.entry("SCHEMA", "liveone"),
        Map.entry(
            "EAR", RuntimeFiles.locate().root().resolve("ear/target/liveone.ear").toString()));
  }

  private static int setUpSystem(ApiClient api) throws IOException, InterruptedException {
    return api.post(
            "/api/setup",
            Json.createObjectBuilder()
                .add("vendorType", "selectronic")
                .add("displayName", "Demo")
                .add("displayTimezone", ZONE.getId())
                .add(
                    "credentials",
                    Json.createObjectBuilder()
                        .add("email", "demo@liveone.example")
                        .add("password", "sunny-side-up")
                        .add("systemNumber", "1586")))
        .getInt("systemId");
  }

  private static JsonObject poll(ApiClient api) throws IOException, InterruptedException {
    return api.post("/api/cron/poll", Json.createObjectBuilder());
  }

  private void importYesterday(ApiClient api, int system) throws IOException, InterruptedException {
    long midnight = LocalDate.now(clock).minusDays(1).atStartOfDay(ZONE).toEpochSecond();
    JsonArrayBuilder readings = Json.createArrayBuilder();
    for (int minute = 1; minute <= 60; minute++) {
      readings.add(
          Json.createObjectBuilder()
              .add("pointKey", "solar_w")
              .add("timestamp", midnight + minute * 60L)
              .add("value", 1200));
    }
    JsonObject answer =
        api.post(
            "/api/admin/systems/" + system + "/readings",
            Json.createObjectBuilder().add("readings", readings));
    assertThat(answer.getInt("stored")).isEqualTo(60);
  }

  /** Of the imported day; the poll before made rows of the running one. */
  private void awaitAggregates(EmbeddedMariaDb database, int system) {
    String imported = LocalDate.now(clock).minusDays(1).toString();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                count(
                        database,
                        "SELECT COUNT(*) FROM day_ledger WHERE system_id = %d AND day = '%s'"
                            .formatted(system, imported))
                    == 1);
  }

  private static void runDailyJob(ApiClient api, EmbeddedMariaDb database)
      throws IOException, InterruptedException {
    long execution =
        api.post("/api/cron/daily", Json.createObjectBuilder().add("action", "clear"))
            .getJsonNumber("executionId")
            .longValue();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                count(
                        database,
                        "SELECT COUNT(*) FROM jbatchEXECUTIONINSTANCEDATA WHERE jobexecid = %d"
                                .formatted(execution)
                            + " AND batchstatus = 'COMPLETED'")
                    == 1);
  }

  private static long count(EmbeddedMariaDb database, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
