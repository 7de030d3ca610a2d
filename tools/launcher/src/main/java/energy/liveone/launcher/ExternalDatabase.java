package energy.liveone.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Looks at an external database before a server is started against it, so that a wrong option is
 * told at once.
 */
final class ExternalDatabase {
  private static final String OLDEST = "10.6";

  private ExternalDatabase() {}

  /**
   * @throws StartRefusedException with {@code DatabaseUnavailable}
   */
  static void check(DatabaseAccess access) {
    String options = (access.url().contains("?") ? "&" : "?") + "connectTimeout=5000";
    try (Connection connection =
            DriverManager.getConnection(access.url() + options, access.user(), access.password());
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("SELECT VERSION()")) {
      version.next();
      refuseOldOnes(version.getString(1), connection);
    } catch (SQLException e) {
      throw refusal("The database " + access + " cannot be reached: " + reason(e) + ".");
    }
  }

  private static void refuseOldOnes(String version, Connection connection) throws SQLException {
    int major = connection.getMetaData().getDatabaseMajorVersion();
    int minor = connection.getMetaData().getDatabaseMinorVersion();
    boolean old = major < 10 || (major == 10 && minor < 6);
    if (!version.contains("MariaDB") || old) {
      throw refusal("The database must be MariaDB " + OLDEST + " or newer, not " + version + ".");
    }
  }

  private static String reason(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return "it refuses this user and password";
    }
    if (state.startsWith("42")) {
      return "the schema does not exist or this user may not use it";
    }
    return state.startsWith("08") ? "nobody answers there" : String.valueOf(e.getMessage());
  }

  private static StartRefusedException refusal(String sentence) {
    return new StartRefusedException(new StartProblem.DatabaseUnavailable(sentence));
  }
}
