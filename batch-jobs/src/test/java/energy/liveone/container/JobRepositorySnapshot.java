package energy.liveone.container;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Puts the job repository back to the state of an earlier moment: what a server that was killed at
 * that moment leaves behind.
 */
public final class JobRepositorySnapshot {
  private static final List<String> TABLES =
      List.of(
          "jbatchJOBINSTANCEDATA",
          "jbatchEXECUTIONINSTANCEDATA",
          "jbatchSTEPEXECUTIONINSTANCEDATA",
          "jbatchJOBSTATUS",
          "jbatchSTEPSTATUS",
          "jbatchCHECKPOINTDATA");

  private final DataSource database;

  private JobRepositorySnapshot(DataSource database) {
    this.database = database;
  }

  /** Of this moment. */
  public static JobRepositorySnapshot take(DataSource database) throws SQLException {
    JobRepositorySnapshot snapshot = new JobRepositorySnapshot(database);
    snapshot.run("CREATE OR REPLACE TABLE snapshot_%1$s AS SELECT * FROM %1$s");
    return snapshot;
  }

  /** Rows that came later stay; rows that changed are as they were. */
  public void putBack() throws SQLException {
    run("REPLACE INTO %1$s SELECT * FROM snapshot_%1$s");
    run("DROP TABLE snapshot_%1$s");
  }

  private void run(String statementPerTable) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (String table : TABLES) {
        statement.execute(statementPerTable.replace("%1$s", table));
      }
      statement.execute("SET FOREIGN_KEY_CHECKS = 1");
    }
  }
}
