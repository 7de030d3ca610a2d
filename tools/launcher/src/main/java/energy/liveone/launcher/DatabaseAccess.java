package energy.liveone.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server finds its database.
 *
 * @param url {@code jdbc:mariadb://host:port/schema} with any options of the driver
 */
public record DatabaseAccess(String url, String user, String password) {
  private static final Pattern SCHEMA =
      Pattern.compile("jdbc:mariadb:[^?]*//[^/?]+/([A-Za-z0-9_$-]+)(\\?.*)?");

  public DatabaseAccess {
    if (!SCHEMA.matcher(url).matches()) {
      throw new StartRefusedException(
          new StartProblem.BadUsage(
              "The database URL must look like jdbc:mariadb://host:3306/schema, not "
                  + url.replaceAll("\\?.*", "")
                  + "."));
    }
  }

  public static DatabaseAccess of(EmbeddedMariaDb database) {
    return new DatabaseAccess(database.url(), database.user(), database.password());
  }

  String schema() {
    Matcher matcher = SCHEMA.matcher(url);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /**
   * For the application: statements are prepared on the server and kept, so that numbers travel as
   * they are. An option that the operator gave stays.
   */
  String applicationUrl() {
    return url.contains("useServerPrepStmts=") ? url : with("useServerPrepStmts=true");
  }

  /** The batch runtime knows MySQL by name, not MariaDB; without the option its first job fails. */
  String batchUrl() {
    return with("useMysqlMetadata=true");
  }

  private String with(String option) {
    return url + (url.contains("?") ? "&" : "?") + option;
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return user + " at " + url.replaceAll("\\?.*", "");
  }
}
