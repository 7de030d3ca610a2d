package energy.liveone.launcher.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Takes a backup of one schema as it is at one moment, while others read and write. Nobody waits
 * for it: rows come from a snapshot, and only the making and dropping of partitions is held off
 * until it is done.
 */
public final class DatabaseDump {
  /** Of one statement: large enough to be fast, far below the smallest usual packet limit. */
  private static final int STATEMENT_CHARACTERS = 512 << 10;

  private static final int ROWS_AT_ONCE = 1000;
  private static final int TABLE_CHANGED = 1412;

  private final Connection connection;
  private final Clock clock;
  private final LongConsumer progress;

  /**
   * @param connection to the schema; used by nobody else, and its session is changed
   * @param progress is told the number of rows so far, often
   */
  public DatabaseDump(Connection connection, Clock clock, LongConsumer progress) {
    this.connection = connection;
    this.clock = clock;
    this.progress = progress;
  }

  /** What was written. */
  public record Taken(BackupContents contents, long bytes) {}

  /**
   * @param file must not exist
   * @param keyId see {@link BackupHeader}
   * @throws BackupFault when the backup could not be taken; there is no file then
   */
  public Taken writeTo(Path file, String keyId) {
    try (BackupWriter writer = BackupWriter.to(file)) {
      prepareSession();
      BackupHeader header =
          new BackupHeader(
              SchemaVersion.of(connection),
              clock.instant().truncatedTo(ChronoUnit.SECONDS),
              single("SELECT VERSION()"),
              keyId);
      writer.header(header);
      TreeMap<String, Long> rows = new TreeMap<>();
      long total = 0;
      for (String table : names("BASE TABLE")) {
        long count = dumpTable(table, writer, total);
        rows.put(table, count);
        total += count;
      }
      for (String view : names("VIEW")) {
        writer.statement(viewStatement(view));
      }
      BackupContents contents = new BackupContents(header, rows);
      return new Taken(contents, writer.complete(contents));
    } catch (SQLException e) {
      throw new BackupFault(sentence(e), e);
    } catch (IOException e) {
      throw new BackupFault(file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static String sentence(SQLException e) {
    return e.getErrorCode() == TABLE_CHANGED
        ? "The tables were changed while they were read: try again."
        : "The database could not be read: " + e.getMessage() + ".";
  }

  private void prepareSession() throws SQLException {
    execute(SqlText.SESSION);
    // A pause of the disk that takes the file must not end the reading.
    execute("SET net_write_timeout = 3600");
    execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    // The same lock that the server takes before it makes or drops partitions: it tries again
    // later.
    if (!"1".equals(single("SELECT GET_LOCK('liveone.partitions', 60)"))) {
      throw new BackupFault("Another backup is being taken: try again when it is done.");
    }
    execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
  }

  private List<String> names(String type) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                    + " AND table_type = '"
                    + type
                    + "' ORDER BY table_name")) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return names;
  }

  private long dumpTable(String table, BackupWriter writer, long before)
      throws SQLException, IOException {
    // Giving up the place lets go of the table, so that a migration waits for one table at most.
    execute("SAVEPOINT liveone_table");
    writer.statement(SqlText.onOneLine(second("SHOW CREATE TABLE " + SqlText.name(table))));
    long rows = dumpRows(TableColumns.of(connection, table), writer, before);
    execute("ROLLBACK TO SAVEPOINT liveone_table");
    return rows;
  }

  private long dumpRows(TableColumns columns, BackupWriter writer, long before)
      throws SQLException, IOException {
    String insert = columns.insert();
    StringBuilder sql = new StringBuilder(insert);
    long rows = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet result = statement.executeQuery(columns.select())) {
        while (result.next()) {
          sql.append(sql.length() == insert.length() ? "" : ",");
          columns.appendRow(sql, result);
          rows++;
          if (sql.length() >= STATEMENT_CHARACTERS) {
            writer.statement(sql);
            sql.setLength(insert.length());
            progress.accept(before + rows);
          }
        }
      }
    }
    if (sql.length() > insert.length()) {
      writer.statement(sql);
    }
    return rows;
  }

  /** Without its definer, who may not exist where the backup is restored. */
  private String viewStatement(String view) throws SQLException {
    String name = SqlText.name(view);
    String definition = SqlText.onOneLine(second("SHOW CREATE VIEW " + name));
    String start = " VIEW " + name + " AS ";
    int at = definition.indexOf(start);
    if (at < 0) {
      throw new SQLException("View " + view + " has a definition of an unknown form");
    }
    return "CREATE VIEW " + definition.substring(at + " VIEW ".length());
  }

  private String single(String sql) throws SQLException {
    return column(sql, 1);
  }

  private String second(String sql) throws SQLException {
    return column(sql, 2);
  }

  private String column(String sql, int index) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? String.valueOf(result.getString(index)) : "";
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
