package energy.liveone.launcher;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code liveone up} was asked to do.
 *
 * @param port HTTP port of the first server; further ones follow it
 * @param data the data directory
 * @param demo whether simulated vendors and demo systems are wanted
 * @param external the database to use instead of the embedded one
 * @param nodes how many servers
 * @param simulatorPort 0 for any free one
 */
record UpOptions(
    int port,
    Path data,
    boolean demo,
    @Nullable DatabaseAccess external,
    int nodes,
    int simulatorPort) {

  Optional<DatabaseAccess> externalDatabase() {
    return Optional.ofNullable(external);
  }

  /**
   * @param defaultData used without {@code --data}
   * @throws StartRefusedException with {@code BadUsage}
   */
  static UpOptions parse(Arguments arguments, Path defaultData, String passwordFromEnvironment) {
    int port = arguments.port("--port", 8080);
    int nodes = arguments.number("--nodes", 1, 1, 8);
    if (port + nodes - 1 > 65_535) {
      throw Arguments.wrong("--port " + port + " leaves no room for " + nodes + " nodes.");
    }
    int simulatorPort = arguments.port("--sim-port", 0);
    Path data = arguments.value("--data").map(Path::of).orElse(defaultData);
    boolean demo = !arguments.flag("--no-demo");
    DatabaseAccess external = external(arguments, passwordFromEnvironment);
    arguments.refuseRest();
    return new UpOptions(
        port, data.toAbsolutePath().normalize(), demo, external, nodes, simulatorPort);
  }

  /** What {@code --db-url}, {@code --db-user} and {@code --db-password} say; null without them. */
  static @Nullable DatabaseAccess external(Arguments arguments, String passwordFromEnvironment) {
    Optional<String> url = arguments.value("--db-url");
    Optional<String> user = arguments.value("--db-user");
    Optional<String> password = arguments.value("--db-password");
    if (url.isEmpty()) {
      if (user.isPresent() || password.isPresent()) {
        throw Arguments.wrong("--db-user and --db-password need --db-url.");
      }
      return null;
    }
    return new DatabaseAccess(
        url.get(),
        user.orElseThrow(() -> Arguments.wrong("--db-url needs --db-user.")),
        password.orElse(passwordFromEnvironment));
  }
}
