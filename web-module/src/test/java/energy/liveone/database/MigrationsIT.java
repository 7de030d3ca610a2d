package energy.liveone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.database.Migrations.SchemaHistory;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.MariaDbSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

/** The migrations on the real engine, each test in a schema of its own. */
class MigrationsIT {
  private static EmbeddedMariaDb mariaDb;

  @BeforeAll
  static void startDatabase(@TempDir Path home) {
    mariaDb = EmbeddedMariaDb.start(MariaDbSettings.forTests(home));
  }

  @AfterAll
  static void stopDatabase() {
    mariaDb.stop();
  }

  @Test
  void anEmptySchemaIsBroughtToTheNewestVersion() throws SQLException {
    DataSource schema = schema("liveone_empty");

    var result = SchemaHistory.of(schema).migrate();

    assertThat(result.migrationsExecuted)
        .isEqualTo(SchemaHistory.of(schema).info().all().length)
        .isGreaterThanOrEqualTo(4);
    assertThat(number(schema, "SELECT COUNT(*) FROM v_point_readings_agg_daily")).isZero();
  }

  @Test
  void migratingAgainDoesNothing() throws SQLException {
    DataSource schema = schema("liveone_again");
    SchemaHistory.of(schema).migrate();

    assertThat(SchemaHistory.of(schema).migrate().migrationsExecuted).isZero();
  }

  @Test
  void thePreviousVersionKeepsItsRows() throws SQLException {
    DataSource schema = schema("liveone_previous");
    Flyway newest = SchemaHistory.of(schema);
    var all = newest.info().all();
    String previous = all[all.length - 2].getVersion().getVersion();
    Flyway.configure().configuration(newest.getConfiguration()).target(previous).load().migrate();
    execute(
        schema,
        "INSERT INTO accounts (id, email, display_name, role, created_at, updated_at)"
            + " VALUES (1, 'a@example.com', 'A', 'USER', '2026-01-01', '2026-01-01')",
        "INSERT INTO systems (id, owner_account_id, vendor_type, vendor_site_id, display_name,"
            + " is_default, display_timezone, timezone_offset_min, created_at, updated_at)"
            + " VALUES (1, 1, 'selectronic', '1', 'Home', TRUE, 'UTC', 0, '2026-01-01', '2026-01-01')",
        "INSERT INTO point_info (point_id, system_id, point_key, metric_type, number_class, label,"
            + " unit, plausible_min, plausible_max, created_at, updated_at) VALUES"
            + " (7, 1, 'solar_w', 'power', 'gauge', 'Solar', 'W', 0, 1, '2026-01-01', '2026-01-01')",
        "INSERT INTO point_readings VALUES (7, 1700000000, 3450.5), (7, 1700000060, 3451)");

    assertThat(newest.migrate().migrationsExecuted).isEqualTo(1);

    assertThat(number(schema, "SELECT SUM(value) FROM v_point_readings WHERE system_id = 1"))
        .isEqualTo(6901.5);
    assertThat(number(schema, "SELECT COUNT(*) FROM systems WHERE default_of = 1")).isEqualTo(1);
  }

  @Test
  void anEditedMigrationIsRefusedByName() throws SQLException {
    DataSource schema = schema("liveone_edited");
    SchemaHistory.of(schema).migrate();
    execute(schema, "UPDATE migrations SET checksum = checksum + 1 WHERE version = '0002'");

    assertThatThrownBy(() -> SchemaHistory.of(schema).migrate())
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("checksum mismatch")
        .hasMessageContaining("0002");
  }

  @Test
  void aMigrationThatIsNoLongerThereIsRefusedByName() throws SQLException {
    DataSource schema = schema("liveone_missing");
    SchemaHistory.of(schema).migrate();
    execute(
        schema,
        "INSERT INTO migrations SELECT installed_rank + 100, '9999', 'from the future', type,"
            + " 'V9999__from_the_future.sql', checksum, installed_by, installed_on, execution_time,"
            + " success FROM migrations WHERE version = '0002'");

    assertThatThrownBy(() -> SchemaHistory.of(schema).migrate())
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("9999");
  }

  private static DataSource schema(String name) throws SQLException {
    execute(new MariaDbDataSource(address("liveone")), "CREATE SCHEMA " + name);
    return new MariaDbDataSource(address(name));
  }

  private static String address(String schema) {
    String url = mariaDb.url(schema);
    return url
        + (url.contains("?") ? "&" : "?")
        + "user="
        + mariaDb.user()
        + "&password="
        + mariaDb.password();
  }

  private static void execute(DataSource schema, String... statements) throws SQLException {
    try (Connection connection = schema.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static double number(DataSource schema, String sql) throws SQLException {
    try (Connection connection = schema.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getDouble(1);
    }
  }
}
