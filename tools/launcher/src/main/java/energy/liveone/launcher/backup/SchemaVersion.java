package energy.liveone.launcher.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The number of the newest migration that a database has had. */
final class SchemaVersion {
  private static final int NO_SUCH_TABLE = 1146;

  private SchemaVersion() {}

  /**
   * @throws BackupFault when the schema has no migrations, so that it is not of LiveOne EE
   */
  static int of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT MAX(CAST(version AS UNSIGNED)) FROM migrations WHERE success")) {
      result.next();
      return result.getInt(1);
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_SUCH_TABLE) {
        throw new BackupFault(
            "The schema "
                + connection.getCatalog()
                + " holds no LiveOne EE: there is nothing to back up.");
      }
      throw e;
    }
  }
}
