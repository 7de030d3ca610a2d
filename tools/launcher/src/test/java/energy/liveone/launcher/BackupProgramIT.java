package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupProgramIT {
  private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);

  @TempDir static Path temp;
  private Path home;
  private Path file;
  private Path keyFile;

  /** An installation and a backup that was taken while it ran. */
  @BeforeAll
  void makeInstallation() throws SQLException {
    home = temp.resolve("home");
    file = temp.resolve("b.sql.gz");
    keyFile = temp.resolve("b.sql.gz.key");
    new Secrets(home.resolve("secrets")).write("encryption-key", KEY);
    try (DirectoryLock product = DirectoryLock.take(home);
        EmbeddedMariaDb database = EmbeddedMariaDb.start(MariaDbSettings.forTests(home))) {
      assertThat(product).isNotNull();
      execute(
          database,
          "CREATE TABLE migrations (version VARCHAR(50), success BOOLEAN)",
          "INSERT INTO migrations VALUES ('0007', TRUE)",
          "CREATE TABLE accounts (id INT PRIMARY KEY, email VARCHAR(254), role VARCHAR(8))",
          "INSERT INTO accounts VALUES (1, 'first@liveone.example', 'ADMIN')");
      assertThat(run(home, "backup", file.toString(), "--with-key"))
          .contains("Backed up 2 rows of 2 tables (schema version 7)")
          .contains("The encryption key is beside it, " + keyFile)
          .doesNotContain(KEY);
    }
  }

  @Test
  void aBackupMovesToAnotherDirectory() throws IOException {
    Path moved = temp.resolve("moved");
    Secrets there = new Secrets(moved.resolve("secrets"));

    assertThat(run(moved, "restore", file.toString()))
        .contains("Restored 2 rows")
        .contains("sealed with the encryption key of id ")
        .contains("which is not here");
    assertThat(there.read("encryption-key")).isEmpty();

    assertThat(run(moved, "restore", file.toString(), "--with-key"))
        .contains("Restored 2 rows")
        .contains("Next: ./liveone up --data " + moved)
        .doesNotContain("which is not here");
    assertThat(there.read("encryption-key")).contains(KEY);
    FirstAdmin admin = FirstAdmin.of(Map.of(), there);
    assertThat(admin.email()).isEqualTo("first@liveone.example");
    assertThat(admin.madeUp()).isFalse();
  }

  @Test
  void backupAndKeyAreForTheirOwnerOnly() throws IOException {
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(keyFile)).isEqualTo("rw-------");
    assertThat(Files.readString(keyFile).strip()).isEqualTo(KEY);
  }

  @Test
  void aBackupOfAStoppedProductLiesInItsDirectory() throws IOException {
    assertThat(run(home, "backup"))
        .contains("Backed up 2 rows")
        .contains("It does not hold the encryption key: keep ");

    try (var files = Files.list(home.resolve("backups"))) {
      assertThat(files.map(each -> each.getFileName().toString()).toList())
          .singleElement()
          .asString()
          .matches("liveone-\\d{8}T\\d{6}Z\\.sql\\.gz");
    }
    assertThat(permissions(home.resolve("backups"))).isEqualTo("rwx------");
    assertThat(EmbeddedMariaDb.running(home)).isEmpty();
  }

  @Test
  void nothingIsRestoredWhileTheProductRuns() {
    Path used = temp.resolve("used");
    try (DirectoryLock product = DirectoryLock.take(used)) {
      assertThat(product).isNotNull();
      assertRefused(used, "stop it before a backup is restored", "restore", file.toString());
    }
  }

  @Test
  void anotherKeyInPlaceIsNotOverwritten() {
    Path keyed = temp.resolve("keyed");
    Secrets there = new Secrets(keyed.resolve("secrets"));
    there.write("encryption-key", "ff".repeat(32));

    assertRefused(keyed, "has another encryption key", "restore", file.toString(), "--with-key");

    assertThat(there.read("encryption-key")).contains("ff".repeat(32));
  }

  @Test
  void aDirectoryWithoutDatabaseIsToldAndNotMade() {
    Path nowhere = temp.resolve("nowhere");

    assertRefused(nowhere, "There is no database in " + nowhere, "backup");

    assertThat(nowhere).doesNotExist();
  }

  @Test
  void restoreNeedsAFile() {
    assertRefused(home, "restore FILE", "restore");
  }

  private void assertRefused(Path data, String why, String... words) {
    assertThatThrownBy(() -> run(data, words))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(why);
  }

  private static String run(Path data, String... words) {
    BackupOrder order = BackupOrder.parse(new Arguments(List.of(words)), data, "").orElseThrow();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
    new BackupProgram(
            order,
            Map.of(),
            console,
            new BackupProgram.Installation(MariaDbSettings::forTests, () -> 7))
        .run();
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void execute(EmbeddedMariaDb database, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
