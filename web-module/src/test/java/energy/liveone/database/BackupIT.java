package energy.liveone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import energy.liveone.database.Migrations.SchemaHistory;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.MariaDbSettings;
import energy.liveone.launcher.backup.BackupContents;
import energy.liveone.launcher.backup.BackupFault;
import energy.liveone.launcher.backup.BackupReader;
import energy.liveone.launcher.backup.DatabaseDump;
import energy.liveone.launcher.backup.DatabaseRestore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

/** Backups of the real schema with nasty rows in every table, on the real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {
  private static final int ANY_VERSION = 9999;

  @TempDir static Path temp;
  private EmbeddedMariaDb source;
  private EmbeddedMariaDb other;
  private Path quiet;

  @BeforeAll
  void fillDatabase() throws SQLException {
    source = EmbeddedMariaDb.start(MariaDbSettings.forTests(temp.resolve("source")));
    other = EmbeddedMariaDb.start(MariaDbSettings.forTests(temp.resolve("other")));
    SchemaHistory.of(new MariaDbDataSource(address(source, "liveone"))).migrate();
    try (Connection connection = connect(source, "liveone")) {
      new NastyRows(connection).fillEveryTable();
      SqlProbe probe = new SqlProbe(connection);
      probe.execute(
          "INSERT INTO point_readings SELECT 5, seq, seq / 7 FROM seq_1_to_200000",
          "INSERT INTO sessions (system_id, vendor_type, system_name, cause, started, started_ms,"
              + " successful, response) VALUES (1, 'x', 'y', 'CRON', 1, 0, 1, REPEAT('☀''\\n', 900000))");
    }
    quiet = backUp("liveone", "quiet.sql.gz");
  }

  @AfterAll
  void stopDatabases() {
    source.stop();
    other.stop();
  }

  @Test
  void everyRowOfEveryTableComesBackInAnotherDatabase() throws SQLException {
    BackupContents contents = restore(quiet, "liveone_whole");

    try (Connection from = connect(source, "liveone");
        Connection to = connect(other, "liveone_whole")) {
      SqlProbe expected = new SqlProbe(from);
      SqlProbe actual = new SqlProbe(to);
      assertThat(actual.definitions()).isEqualTo(expected.definitions());
      assertThat(actual.checksums()).isEqualTo(expected.checksums());
      assertThat(contents.rows()).isEqualTo(expected.counts()).doesNotContainValue(0L);
      assertThat(actual.number("SELECT COUNT(*) FROM v_point_readings"))
          .isEqualTo(expected.number("SELECT COUNT(*) FROM v_point_readings"));
      assertThat(actual.number("SELECT COUNT(*) FROM migrations")).isPositive();
    }
    Flyway flyway = SchemaHistory.of(new MariaDbDataSource(address(other, "liveone_whole")));
    assertThat(flyway.migrate().migrationsExecuted).isZero();
  }

  @Test
  void aBackupUnderWriteIsTheDatabaseOfOneMoment() throws Exception {
    String schema = "liveone_busy";
    copyOfQuiet(source, schema);
    Path file;
    try (PairWriter writer = new PairWriter(connect(source, schema))) {
      await().until(() -> writer.pairs() > 20);
      file = backUp(schema, "busy.sql.gz");
      long behind = writer.pairs();
      await().until(() -> writer.pairs() > behind);
    }

    restore(file, schema);

    try (Connection from = connect(source, schema);
        Connection to = connect(other, schema)) {
      SqlProbe actual = new SqlProbe(to);
      long pairs = actual.number("SELECT COUNT(*) FROM point_readings WHERE point_id = 7");
      assertThat(pairs).isGreaterThan(20);
      assertThat(actual.number("SELECT MAX(t) FROM point_readings WHERE point_id = 7"))
          .isEqualTo(pairs);
      assertThat(actual.number("SELECT COUNT(*) FROM point_readings_agg_5m WHERE point_id = 7"))
          .isEqualTo(pairs);
      SqlProbe then = new SqlProbe(from);
      then.execute(
          "DELETE FROM point_readings WHERE point_id = 7 AND t > " + pairs,
          "DELETE FROM point_readings_agg_5m WHERE point_id = 7 AND interval_end > " + 300 * pairs);
      assertThat(actual.checksums()).isEqualTo(then.checksums());
    }
  }

  @Test
  void whatFailsHalfWayLeavesTheOldDataUntouched() throws Exception {
    String schema = "liveone_kept";
    copyOfQuiet(other, schema);
    Path bad = rewritten("bad.sql.gz", text -> text.replaceFirst("\\(5,199999,", "('x',199999,"));
    try (Connection connection = connect(other, schema)) {
      SqlProbe probe = new SqlProbe(connection);
      probe.execute("DELETE FROM quarantined_readings");
      Map<String, Long> before = probe.checksums();

      assertThatThrownBy(() -> restore(connection, schema, bad, ANY_VERSION))
          .isInstanceOf(BackupFault.class);

      assertThat(probe.checksums()).isEqualTo(before);
      assertThat(probe.number("SELECT COUNT(*) FROM v_point_readings")).isNotNegative();
      assertThat(
              probe.number(
                  "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'liveone_kept_%'"))
          .isZero();
    }
  }

  @Test
  void aRestoreReplacesEverythingThatWasThere() throws SQLException {
    String schema = "liveone_before";
    copyOfQuiet(other, schema);
    try (Connection connection = connect(other, schema)) {
      new SqlProbe(connection)
          .execute(
              "CREATE TABLE of_later (id INT PRIMARY KEY)",
              "CREATE VIEW v_of_later AS SELECT id FROM of_later",
              "DELETE FROM quarantined_readings");

      restore(connection, schema, quiet, ANY_VERSION);

      assertThat(new SqlProbe(connection).counts())
          .isEqualTo(new BackupReader(quiet).check().rows());
    }
  }

  @Test
  void anOlderBackupIsMigratedAtTheNextStart() throws SQLException {
    createSchema(source, "liveone_old");
    Flyway newest = SchemaHistory.of(new MariaDbDataSource(address(source, "liveone_old")));
    var all = newest.info().all();
    String previous = all[all.length - 2].getVersion().getVersion();
    Flyway.configure().configuration(newest.getConfiguration()).target(previous).load().migrate();

    restore(backUp("liveone_old", "old.sql.gz"), "liveone_old");

    Flyway there = SchemaHistory.of(new MariaDbDataSource(address(other, "liveone_old")));
    assertThat(there.migrate().migrationsExecuted).isEqualTo(1);
  }

  @Test
  void whatIsNotAWholeBackupIsRefusedBeforeAnythingIsTouched() throws IOException {
    byte[] whole = Files.readAllBytes(quiet);
    Path cut = temp.resolve("cut.sql.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length * 2 / 3));
    Path damaged = temp.resolve("damaged.sql.gz");
    whole[whole.length - 6] ^= 1;
    Files.write(damaged, whole);
    Path endless =
        rewritten("endless.sql.gz", text -> text.substring(0, text.indexOf("-- complete")));
    Path lacking =
        rewritten("lacking.sql.gz", text -> text.replaceFirst("-- rows accounts.*\n", ""));
    Path foreign = rewritten("foreign.sql.gz", text -> "-- MariaDB dump\n" + text);
    Path plain = Files.writeString(temp.resolve("plain.sql.gz"), "SELECT 1;");

    assertRefused(cut, "cut off");
    assertRefused(damaged, "damaged");
    assertRefused(endless, "cut off");
    assertRefused(lacking, "cut off");
    assertRefused(foreign, "no backup");
    assertRefused(plain, "no backup");
    assertRefused(temp.resolve("nowhere.sql.gz"), "There is no file");
  }

  @Test
  void aBackupOfANewerProgramIsRefused() throws SQLException {
    int version = new BackupReader(quiet).check().header().schemaVersion();
    createSchema(other, "liveone_newer");

    try (Connection connection = connect(other, "liveone_newer")) {
      assertThatThrownBy(() -> restore(connection, "liveone_newer", quiet, version - 1))
          .isInstanceOf(BackupFault.class)
          .hasMessageContaining("knows only up to " + (version - 1));
      assertThat(new SqlProbe(connection).counts()).isEmpty();
    }
  }

  @Test
  void nothingIsRestoredWhileAServerUsesTheSchema() throws SQLException {
    createSchema(other, "liveone_used");

    try (Connection server = connect(other, "liveone_used");
        Connection connection = connect(other, "liveone_used")) {
      assertThat(server.isValid(1)).isTrue();
      assertThatThrownBy(() -> restore(connection, "liveone_used", quiet, ANY_VERSION))
          .isInstanceOf(BackupFault.class)
          .hasMessageContaining("stop every server");
    }
  }

  @Test
  void aBackupIsForItsOwnerOnlyAndNeverOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(quiet);

    assertThatThrownBy(() -> backUp("liveone", "quiet.sql.gz"))
        .isInstanceOf(BackupFault.class)
        .hasMessageContaining("exists already");

    assertThat(Files.readAllBytes(quiet)).isEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(quiet)))
        .isEqualTo("rw-------");
  }

  private void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> new BackupReader(file).check())
        .isInstanceOf(BackupFault.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }

  private Path rewritten(String name, UnaryOperator<String> change) throws IOException {
    Path file = temp.resolve(name);
    try (var in = new GZIPInputStream(Files.newInputStream(quiet));
        var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String changed = change.apply(text);
      assertThat(changed).isNotEqualTo(text);
      out.write(changed.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private Path backUp(String schema, String name) throws SQLException {
    Path file = temp.resolve(name);
    try (Connection connection = connect(source, schema)) {
      new DatabaseDump(connection, Clock.systemUTC(), rows -> {}).writeTo(file, "0a1b2c3d");
    }
    return file;
  }

  private BackupContents restore(Path file, String schema) throws SQLException {
    createSchema(other, schema);
    try (Connection connection = connect(other, schema)) {
      return restore(connection, schema, file, ANY_VERSION);
    }
  }

  private static BackupContents restore(
      Connection connection, String schema, Path file, int newestVersion) {
    return new DatabaseRestore(connection, schema, rows -> {})
        .from(new BackupReader(file), newestVersion);
  }

  private void copyOfQuiet(EmbeddedMariaDb database, String schema) throws SQLException {
    createSchema(database, schema);
    try (Connection connection = connect(database, schema)) {
      restore(connection, schema, quiet, ANY_VERSION);
    }
  }

  private static void createSchema(EmbeddedMariaDb database, String schema) throws SQLException {
    try (Connection connection = connect(database, "liveone")) {
      new SqlProbe(connection).execute("CREATE SCHEMA " + schema);
    }
  }

  private static Connection connect(EmbeddedMariaDb database, String schema) throws SQLException {
    return DriverManager.getConnection(address(database, schema));
  }

  private static String address(EmbeddedMariaDb database, String schema) {
    return database.url(schema) + "?user=" + database.user() + "&password=" + database.password();
  }
}
