package energy.liveone.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Puts a backup in the place of a schema's tables. Everything is loaded into a spare schema first
 * and exchanged at the end in one statement, so whatever fails before leaves the schema as it was.
 */
public final class DatabaseRestore {
  private final Connection connection;
  private final String schema;
  private final LongConsumer progress;

  /**
   * @param connection used by nobody else; its session is changed
   * @param progress is told the number of rows so far, often
   */
  public DatabaseRestore(Connection connection, String schema, LongConsumer progress) {
    this.connection = connection;
    this.schema = schema;
    this.progress = progress;
  }

  /**
   * @param newestVersion the newest schema that the program knows
   * @throws BackupFault when the backup is not whole or of a newer program, somebody else uses the
   *     schema, or loading fails
   */
  public BackupContents from(BackupReader backup, int newestVersion) {
    BackupContents expected = backup.check();
    refuseNewer(expected.header(), newestVersion);
    try {
      refuseOthers();
      try (SpareSchemas spare = new SpareSchemas(connection, schema)) {
        spare.make();
        List<String> views = load(backup, spare.incoming(), expected);
        spare.exchange(List.copyOf(expected.rows().keySet()), views);
      }
      return expected;
    } catch (SQLException e) {
      throw new BackupFault("The backup could not be restored: " + e.getMessage() + ".", e);
    }
  }

  private static void refuseNewer(BackupHeader header, int newestVersion) {
    if (header.schemaVersion() > newestVersion) {
      throw new BackupFault(
          "The backup is of schema version %d, but this program knows only up to %d: restore it with a newer LiveOne EE."
              .formatted(header.schemaVersion(), newestVersion));
    }
  }

  private void refuseOthers() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM information_schema.processlist"
                + " WHERE db = ? AND id <> CONNECTION_ID()")) {
      query.setString(1, schema);
      try (ResultSet result = query.executeQuery()) {
        if (result.next() && result.getInt(1) > 0) {
          throw new BackupFault(
              "%d other connections use the schema %s: stop every server that works with it first."
                  .formatted(result.getInt(1), schema));
        }
      }
    }
  }

  /** Returns the statements of the views, which have been tried out. */
  private List<String> load(BackupReader backup, String into, BackupContents expected)
      throws SQLException {
    Map<String, Long> loaded = new HashMap<>();
    List<String> views = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(SqlText.SESSION);
      statement.execute("USE " + SqlText.name(into));
      long[] total = {0};
      backup.<SQLException>read(
          (kind, name, sql) -> {
            long rows = statement.executeLargeUpdate(sql);
            switch (kind) {
              case TABLE -> loaded.put(name, 0L);
              case ROWS -> {
                loaded.merge(name, rows, Long::sum);
                total[0] += rows;
                progress.accept(total[0]);
              }
              case VIEW -> views.add(sql);
            }
          });
    }
    if (!loaded.equals(expected.rows())) {
      throw new BackupFault("The database took other rows than are in the backup.");
    }
    return views;
  }
}
