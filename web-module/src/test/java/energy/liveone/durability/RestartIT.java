package energy.liveone.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.launcher.backup.BackupReader;
import energy.liveone.launcher.backup.DatabaseDump;
import energy.liveone.launcher.backup.DatabaseRestore;
import energy.liveone.product.ApiClient;
import energy.liveone.product.EnphaseVisit;
import energy.liveone.product.Product;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows when the server starts again: after a restore, and with another key. */
class RestartIT {
  private static final String OLD_KEY = "0f".repeat(32);
  private static final String NEW_KEY = "a7".repeat(32);
  private static final String PASSWORD = "green tea with honey";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int ACCEPTED = 202;
  private static final int ANY_VERSION = 9999;

  @TempDir static Path temp;
  private static Product product;

  @BeforeAll
  static void start() {
    product = Product.start(Map.of("LIVEONE_ENCRYPTION_KEY", OLD_KEY));
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static void restart() {
    product.server().stop();
    product.startServer();
  }

  @Test
  void aRestoredBackupDoesNotBringBackWhoWasDeleted() throws SQLException {
    String email = "gone@liveone.example";
    int account = account(email);
    ApiClient owner = product.api().signedIn(email, PASSWORD);
    int system = system(owner, "gone-site", "{\"siteId\":\"gone-site\"}", "fronius");
    Path backup = temp.resolve("before.sql.gz");
    try (Connection connection = product.sql()) {
      new DatabaseDump(connection, Clock.systemUTC(), rows -> {}).writeTo(backup, "0a1b2c3d");
    }
    assertThat(
            owner
                .post(
                    "api/account/delete",
                    Json.createObjectBuilder()
                        .add("email", email)
                        .add("password", PASSWORD)
                        .build()
                        .toString())
                .status())
        .isEqualTo(200);

    product.server().stop();
    try (Connection connection = product.sql()) {
      new DatabaseRestore(connection, connection.getCatalog(), rows -> {})
          .from(new BackupReader(backup), ANY_VERSION);
    }
    assertThat(number("SELECT COUNT(*) FROM accounts WHERE id = " + account)).isEqualTo(1);
    product.startServer();

    assertThat(number("SELECT COUNT(*) FROM accounts WHERE id = " + account)).isZero();
    assertThat(number("SELECT COUNT(*) FROM systems WHERE id = " + system)).isZero();
    String tried =
        Json.createObjectBuilder().add("email", email).add("password", PASSWORD).build().toString();
    assertThat(product.api().post("api/auth/token", tried).status()).isEqualTo(401);
  }

  @Test
  void aGivenKeyTakesThePlaceOfThePreviousOneAndIsThenEnough() throws SQLException {
    int system =
        system(
            product.admin(),
            "Polled",
            "{\"email\":\"demo@liveone.example\",\"password\":\"sunny-side-up\","
                + "\"systemNumber\":\"1586\"}",
            "selectronic");
    product.configure("LIVEONE_ENCRYPTION_KEY", NEW_KEY);
    product.configure("LIVEONE_ENCRYPTION_KEY_PREVIOUS", OLD_KEY);
    restart();
    String before = keys().getString("keyId");

    // The process of before may count as a node without the new key for some seconds.
    await()
        .atMost(LIMIT)
        .until(
            () ->
                product.admin().post("api/admin/encryption-key/rotate", "{}").status() == ACCEPTED);
    await().atMost(LIMIT).until(() -> !keys().getBoolean("rotating"));

    assertThat(keys().getString("keyId")).isNotEqualTo(before);
    assertThat(keys().getInt("unreadable")).isZero();
    product.configure("LIVEONE_ENCRYPTION_KEY_PREVIOUS", "");
    restart();
    String polls = "SELECT COUNT(*) FROM sessions WHERE successful AND system_id = " + system;
    long until = number(polls) + 1;
    product.makeDue(system);
    await().atMost(LIMIT).until(() -> number(polls) >= until);
  }

  @Test
  void tokensAreRenewedThoughNothingElseHasUsedThemSinceTheStart() throws SQLException {
    int grant =
        EnphaseVisit.deciding(product.admin(), "approve")
            .connected(product.admin())
            .getInt("grantId");
    String chosen =
        "{\"vendorType\":\"enphase\",\"grantId\":%d,\"siteIds\":[\"4218873\"]}".formatted(grant);
    int system = product.admin().post("api/setup", chosen).json().getInt("systemId");
    String polls = "SELECT COUNT(*) FROM sessions WHERE successful AND system_id = " + system;
    await().atMost(LIMIT).until(() -> number(polls) > 0);

    product.server().stop();
    product.simulatorControl().post("enphase/expire", "{}");
    try (Connection connection = product.sql();
        Statement due = connection.createStatement()) {
      due.executeUpdate(
          "UPDATE poll_schedule SET next_due_at = UTC_TIMESTAMP(3), memory = NULL"
              + " WHERE system_id = "
              + system);
    }
    long until = number(polls) + 1;
    product.startServer();

    await().atMost(LIMIT).until(() -> number(polls) >= until);
    assertThat(number("SELECT version FROM vendor_grants WHERE id = " + grant)).isEqualTo(2);
  }

  private static JsonObject keys() {
    return product.admin().get("api/admin/encryption-key").json();
  }

  private static int account(String email) {
    return product
        .admin()
        .post(
            "api/admin/users",
            Json.createObjectBuilder()
                .add("action", "add")
                .add("email", email)
                .add("password", PASSWORD)
                .build()
                .toString())
        .json()
        .getJsonObject("user")
        .getInt("id");
  }

  private static int system(ApiClient owner, String name, String credentials, String vendor) {
    return owner
        .post(
            "api/setup",
            """
            {"vendorType":"%s","displayName":"%s","displayTimezone":"Australia/Melbourne",
             "credentials":%s}"""
                .formatted(vendor, name, credentials))
        .json()
        .getInt("systemId");
  }

  private static long number(String query) throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
