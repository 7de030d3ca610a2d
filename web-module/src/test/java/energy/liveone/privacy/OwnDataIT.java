package energy.liveone.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** People get all of their data, and it is gone when they want it gone. */
@SharedProduct
class OwnDataIT {
  private static final String PASSWORD = "a very private password";

  private final Product product;
  private final ApiClient admin;
  private final String email = "anna-" + UUID.randomUUID() + "@liveone.example";
  private final int account;
  private final String token;
  private final ApiClient anna;

  OwnDataIT(Product product) {
    this.product = product;
    admin = product.admin();
    Answer added =
        admin.post(
            "api/admin/users",
            Json.createObjectBuilder()
                .add("action", "add")
                .add("email", email)
                .add("displayName", "=1+1")
                .add("password", PASSWORD)
                .build()
                .toString());
    account = added.json().getJsonObject("user").getInt("id");
    String body =
        Json.createObjectBuilder().add("email", email).add("password", PASSWORD).build().toString();
    token = product.api().post("api/auth/token", body).json().getString("token");
    anna = product.api().withToken(token);
    anna.post("api/account/preferences", "{\"language\":\"de\",\"theme\":\"dark\"}");
  }

  private int system(String site) {
    Answer added =
        anna.post(
            "api/setup",
            Json.createObjectBuilder()
                .add("vendorType", "fronius")
                .add("displayName", "Private roof")
                .add("displayTimezone", "Europe/Berlin")
                .add("credentials", Json.createObjectBuilder().add("siteId", site))
                .build()
                .toString());
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return added.json().getInt("systemId");
  }

  private int filledSystem() {
    int system = system(UUID.randomUUID().toString());
    JsonArrayBuilder readings = Json.createArrayBuilder();
    for (int i = 0; i < 3_000; i++) {
      readings.add(
          Json.createObjectBuilder()
              .add("pointKey", "solar_w")
              .add("timestamp", now() - 60L * i)
              .add("value", 1_000 + i));
    }
    Answer imported =
        admin.post(
            "api/admin/systems/" + system + "/readings",
            Json.createObjectBuilder().add("readings", readings).build().toString());
    assertThat(imported.status()).as(imported.body()).isEqualTo(200);
    return system;
  }

  private long now() {
    return number("SELECT UNIX_TIMESTAMP()");
  }

  @Test
  void theExportHoldsWhatTheDatabaseHoldsAndNoSecrets() throws Exception {
    int system = filledSystem();

    Map<String, String> files = export();

    assertThat(files.get("account.csv")).contains(email).contains("'=1+1");
    assertThat(files.get("preferences.csv")).contains("de,dark,auto,C,auto");
    assertThat(files.get("systems.csv")).contains("Private roof");
    assertThat(files.get("audit.csv")).contains("system-added", "account-created");
    assertThat(lines(files.get("readings/system-" + system + "-raw.csv")))
        .isEqualTo(
            number(
                "SELECT COUNT(*) FROM point_readings r JOIN point_info p USING (point_id)"
                    + " WHERE p.system_id = "
                    + system))
        .isEqualTo(3_000);
    assertThat(lines(files.get("readings/system-" + system + "-5m.csv")))
        .isEqualTo(
            number(
                "SELECT COUNT(*) FROM point_readings_agg_5m r JOIN point_info p USING (point_id)"
                    + " WHERE p.system_id = "
                    + system));
    assertThat(files.values())
        .noneMatch(
            text -> text.contains(token) || text.contains(PASSWORD) || text.contains("pbkdf2"));
  }

  private Map<String, String> export() throws IOException, InterruptedException {
    URI uri = product.baseUri().resolve("api/account/export");
    HttpResponse<java.io.InputStream> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(answer.body())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  private static long lines(String csv) {
    return csv.lines().count() - 1;
  }

  @Test
  void nothingIsLeftOfADeletedAccount() throws SQLException {
    int system = filledSystem();
    List<Long> points = numbers("SELECT point_id FROM point_info WHERE system_id = " + system);
    assertThat(delete(email.toUpperCase(java.util.Locale.ROOT), "wrong").status()).isEqualTo(400);
    assertThat(delete("other@liveone.example", PASSWORD).status()).isEqualTo(400);

    Answer deleted = delete(email, PASSWORD);

    assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
    assertThat(anna.get("api/account").status()).isEqualTo(401);
    assertThat(product.api().withToken(Product.CRON_SECRET).post("api/cron/cleanup", "").status())
        .isEqualTo(200);
    Map<String, String> found = new HashMap<>();
    for (String[] column : columns()) {
      String name = column[1];
      String where = "`%s` = %d";
      if (name.equals("account_id")
          || name.endsWith("_account_id")
          || (column[0].equals("accounts") && name.equals("id"))) {
        note(found, column, where.formatted(name, account));
      } else if (name.equals("system_id") || (column[0].equals("systems") && name.equals("id"))) {
        note(found, column, where.formatted(name, system));
      } else if (name.equals("point_id")) {
        for (long point : points) {
          note(found, column, where.formatted(name, point));
        }
      } else if (name.equals("subject_id") && column[0].equals("audit_log")) {
        note(found, column, "subject_type = 'account' AND subject_id = '" + account + "'");
        note(found, column, "subject_type = 'system' AND subject_id = '" + system + "'");
      }
      if (column[2].contains("char") || column[2].contains("text")) {
        note(found, column, "`%s` LIKE '%%%s%%'".formatted(name, email));
      }
    }
    assertThat(found).isEmpty();
    assertThat(admin.get("api/admin/audit?act=account-deleted").body()).contains("\"deleted-");
    assertThat(
            number(
                "SELECT COUNT(*) FROM erasures WHERE subject_type = 'account' AND subject_id = "
                    + account))
        .isEqualTo(1);
  }

  private Answer delete(String typed, String password) {
    return anna.post(
        "api/account/delete",
        Json.createObjectBuilder()
            .add("email", typed)
            .add("password", password)
            .build()
            .toString());
  }

  @Test
  void theLastAdministratorStays() throws SQLException {
    String others =
        " WHERE role = '%s' AND email <> '" + Product.ADMIN_EMAIL + "' AND id <> " + account;
    List<Long> admins = numbers("SELECT id FROM accounts" + others.formatted("ADMIN"));
    String them =
        " WHERE id IN (0" + admins.stream().map(id -> "," + id).reduce("", String::concat);
    execute("UPDATE accounts SET role = 'USER'" + them + ")");
    try {
      Answer answer =
          admin.post(
              "api/account/delete",
              Json.createObjectBuilder()
                  .add("email", Product.ADMIN_EMAIL)
                  .add("password", Product.ADMIN_PASSWORD)
                  .build()
                  .toString());

      assertThat(answer.status()).as(answer.body()).isEqualTo(409);
      assertThat(admin.get("api/account").status()).isEqualTo(200);
    } finally {
      execute("UPDATE accounts SET role = 'ADMIN'" + them + ")");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void note(Map<String, String> found, String[] column, String where) {
    long rows = number("SELECT COUNT(*) FROM `%s` WHERE %s".formatted(column[0], where));
    if (rows > 0) {
      found.put(column[0] + "." + column[1], rows + " rows");
    }
  }

  /** Table, column and type of each, without what remembers deletions by their ids. */
  private List<String[]> columns() throws SQLException {
    List<String[]> columns = new ArrayList<>();
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c"
                    + " JOIN information_schema.tables t USING (table_schema, table_name)"
                    + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
                    + " AND c.table_name <> 'erasures'")) {
      while (row.next()) {
        columns.add(new String[] {row.getString(1), row.getString(2), row.getString(3)});
      }
    }
    return columns;
  }

  private List<Long> numbers(String sql) {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<Long> numbers = new ArrayList<>();
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private long number(String sql) {
    return numbers(sql).get(0);
  }
}
