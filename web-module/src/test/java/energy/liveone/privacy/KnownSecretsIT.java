package energy.liveone.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Secrets that are known here are looked for where they must not be. */
@SharedProduct
class KnownSecretsIT {
  private static final String VENDOR_PASSWORD = "sunny-side-up";
  private static final String WRONG_PASSWORD = "not-so-sunny-side";

  private final Product product;
  private final String token;
  private final ApiClient admin;

  KnownSecretsIT(Product product) {
    this.product = product;
    token =
        product
            .api()
            .post(
                "api/auth/token",
                "{\"email\":\"%s\",\"password\":\"%s\"}"
                    .formatted(Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD))
            .json()
            .getString("token");
    admin = product.api().withToken(token);
  }

  @Test
  void noSecretIsInAnswersLogsOrTheDatabase() throws Exception {
    int system = polledSystem();
    admin.post("api/systems/" + system + "/credentials", credentials(WRONG_PASSWORD));
    admin.post("api/test-connection", setup(WRONG_PASSWORD));

    StringBuilder answers = new StringBuilder();
    for (String path :
        List.of(
            "api/data/systems",
            "api/admin/systems",
            "api/admin/sessions?systemId=" + system,
            "api/admin/users",
            "api/admin/audit",
            "api/admin/encryption-key",
            "api/account",
            "api/account/audit",
            "api/account/export",
            "openapi")) {
      answers.append(admin.get(path).body());
    }

    Map<String, String> secrets =
        Map.of(
            "the vendor's password",
            VENDOR_PASSWORD,
            "a wrong password",
            WRONG_PASSWORD,
            "the encryption key",
            "0123456789abcdef".repeat(2),
            "the administrator's password",
            Product.ADMIN_PASSWORD,
            "the cron secret",
            Product.CRON_SECRET,
            "a token",
            token);
    String logs = product.logs();
    String database = textsOfTheDatabase();
    assertThat(logs).hasSizeGreaterThan(10_000);
    assertThat(database).contains(Product.ADMIN_EMAIL);
    secrets.forEach(
        (name, secret) -> {
          assertThat(answers).as(name + " in answers").doesNotContain(secret);
          assertThat(logs.contains(secret)).as(name + " in logs").isFalse();
          assertThat(database.contains(secret)).as(name + " in the database").isFalse();
        });
  }

  private int polledSystem() {
    // Somebody who has no system at this vendor yet.
    String email = "scan-" + UUID.randomUUID() + "@liveone.example";
    admin.post(
        "api/admin/users",
        "{\"action\":\"add\",\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(email, Product.ADMIN_PASSWORD));
    ApiClient owner = product.api().signedIn(email, Product.ADMIN_PASSWORD);
    int system = owner.post("api/setup", setup(VENDOR_PASSWORD)).json().getInt("systemId");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.get("api/admin/sessions?systemId=" + system).body().contains("CRON"));
    return system;
  }

  private static String setup(String password) {
    return """
        {"vendorType":"selectronic","displayName":"Scanned","displayTimezone":"Australia/Melbourne",
         "credentials":{"email":"demo@liveone.example","password":"%s","systemNumber":"1587"}}"""
        .formatted(password);
  }

  private static String credentials(String password) {
    return """
        {"credentials":{"email":"demo@liveone.example","password":"%s","systemNumber":"1587"}}"""
        .formatted(password);
  }

  private String textsOfTheDatabase() throws SQLException, IOException {
    StringBuilder texts = new StringBuilder();
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement()) {
      for (String[] column : textColumns(statement)) {
        try (ResultSet row =
            statement.executeQuery("SELECT `%s` FROM `%s`".formatted(column[1], column[0]))) {
          while (row.next()) {
            texts.append(row.getString(1)).append('\n');
          }
        }
      }
    }
    return texts.toString();
  }

  private static List<String[]> textColumns(Statement statement) throws SQLException {
    List<String[]> columns = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT c.table_name, c.column_name FROM information_schema.columns c"
                + " JOIN information_schema.tables t USING (table_schema, table_name)"
                + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
                + " AND (c.data_type LIKE '%char' OR c.data_type LIKE '%text')")) {
      while (row.next()) {
        columns.add(new String[] {row.getString(1), row.getString(2)});
      }
    }
    return columns;
  }
}
