package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {
  @TempDir Path temp;

  @Test
  void dataSurvivesStopAndStart() throws SQLException {
    try (EmbeddedMariaDb database = start("home")) {
      execute(database, "CREATE TABLE t (n INT PRIMARY KEY)", "INSERT INTO t VALUES (42)");
    }

    try (EmbeddedMariaDb database = start("home")) {
      assertThat(numbers(database)).containsExactly(42);
    }
  }

  @Test
  void committedRowsSurviveKillHard() throws SQLException {
    EmbeddedMariaDb killed = start("home");
    execute(
        killed,
        "CREATE TABLE t (n INT PRIMARY KEY)",
        "INSERT INTO t VALUES (1)",
        "INSERT INTO t VALUES (2)");
    killed.killHard();

    try (EmbeddedMariaDb database = start("home")) {
      assertThat(numbers(database)).containsExactly(1, 2);
    }
  }

  @Test
  void theDirectoryCanBeMoved() throws Exception {
    try (EmbeddedMariaDb database = start("before")) {
      execute(database, "CREATE TABLE t (n INT PRIMARY KEY)", "INSERT INTO t VALUES (7)");
    }
    Files.move(temp.resolve("before"), temp.resolve("after"));

    try (EmbeddedMariaDb database = start("after")) {
      assertThat(numbers(database)).containsExactly(7);
    }
    assertThat(temp.resolve("before")).doesNotExist();
  }

  @Test
  void everyAccountNeedsItsPassword() {
    try (EmbeddedMariaDb database = start("home")) {
      for (String user : List.of("liveone", "root", "")) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url("mysql"), user, ""))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Access denied");
      }
    }
  }

  @Test
  void passwordsLieInFilesOfTheirOwnerOnly() throws IOException {
    start("home").stop();

    try (var files = Files.list(temp.resolve("home/secrets"))) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(temp.resolve("home/run/accounts.sql")).doesNotExist();
  }

  @Test
  void aSecondInstanceOnTheSameDirectoryIsRefused() {
    try (EmbeddedMariaDb first = start("home")) {
      assertThat(first.pid()).isPositive();
      assertThatThrownBy(() -> start("home"))
          .isInstanceOfSatisfying(
              StartRefusedException.class,
              refused ->
                  assertThat(refused.problem()).isInstanceOf(StartProblem.DirectoryInUse.class));
    }
  }

  @Test
  void anInterruptedFirstStartIsRedone() throws Exception {
    Path halfFinished = temp.resolve("home/mariadb/data.part");
    Files.createDirectories(halfFinished.resolve("mysql"));
    Files.writeString(halfFinished.resolve("ibdata1"), "half");

    try (EmbeddedMariaDb database = start("home")) {
      execute(database, "CREATE TABLE t (n INT PRIMARY KEY)");
      assertThat(numbers(database)).isEmpty();
    }
    assertThat(halfFinished).doesNotExist();
  }

  @Test
  void aDatabaseLeftOverFromAKilledLauncherIsStoppedFirst() throws Exception {
    Path home = temp.resolve("home");
    EmbeddedMariaDb orphan = start("home");
    execute(orphan, "CREATE TABLE t (n INT PRIMARY KEY)", "INSERT INTO t VALUES (5)");
    orphan.forgetLock();
    List<String> progress = new ArrayList<>();

    try (EmbeddedMariaDb database =
        EmbeddedMariaDb.start(MariaDbSettings.forTests(home), progress::add)) {
      assertThat(numbers(database)).containsExactly(5);
      assertThat(progress).contains("Stopped the database that an earlier run left behind");
      assertThat(ProcessHandle.of(orphan.pid()).map(ProcessHandle::isAlive).orElse(false))
          .isFalse();
    }
  }

  @Test
  void settingsAreTheOnesTheProductReliesOn() throws SQLException {
    try (EmbeddedMariaDb database = start("home");
        Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT @@global.time_zone, @@global.character_set_server, @@global.bind_address,"
                    + " @@global.innodb_flush_log_at_trx_commit, @@global.transaction_isolation,"
                    + " @@global.max_allowed_packet")) {
      row.next();

      assertThat(row.getString(1)).isEqualTo("+00:00");
      assertThat(row.getString(2)).isEqualTo("utf8mb4");
      assertThat(row.getString(3)).isEqualTo("127.0.0.1");
      assertThat(row.getInt(4)).isEqualTo(1);
      assertThat(row.getString(5)).isEqualTo("READ-COMMITTED");
      assertThat(row.getLong(6)).isEqualTo(64L << 20);
    }
  }

  private EmbeddedMariaDb start(String home) {
    return EmbeddedMariaDb.start(MariaDbSettings.forTests(temp.resolve(home)));
  }

  private static Connection connect(EmbeddedMariaDb database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static void execute(EmbeddedMariaDb database, String... statements) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<Integer> numbers(EmbeddedMariaDb database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n FROM t ORDER BY n")) {
      List<Integer> numbers = new ArrayList<>();
      while (rows.next()) {
        numbers.add(rows.getInt(1));
      }
      return numbers;
    }
  }
}
