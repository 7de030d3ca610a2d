package energy.liveone.product;

import energy.liveone.launcher.DataGrid;
import energy.liveone.launcher.DatabaseAccess;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.MariaDbSettings;
import energy.liveone.launcher.PayaraMicroProcess;
import energy.liveone.launcher.PayaraMicroSettings;
import energy.liveone.launcher.RuntimeFiles;
import energy.liveone.launcher.SimulatorProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One running product in a directory of its own. Closing it stops everything and deletes the
 * directory.
 */
public final class Product implements AutoCloseable {
  public static final String ADMIN_EMAIL = "owner@liveone.example";
  public static final String ADMIN_PASSWORD = "copper kettle on a tin roof";
  public static final String CRON_SECRET = "a-cron-secret-for-tests-0123456789abcdef";

  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final Path home;
  private final Map<String, String> environment;
  private final SimulatorProcess simulator;
  private final int nodes;
  private EmbeddedMariaDb database;
  private List<PayaraMicroProcess> servers = List.of();

  private Product(int nodes, Map<String, String> configuration) throws IOException {
    this.nodes = nodes;
    home = Files.createTempDirectory("liveone-product");
    simulator = SimulatorProcess.start(home, 0);
    environment = new HashMap<>(configuration);
    environment.put("LIVEONE_ADMIN_EMAIL", ADMIN_EMAIL);
    environment.put("LIVEONE_ADMIN_PASSWORD", ADMIN_PASSWORD);
    environment.put("LIVEONE_CRON_SECRET", CRON_SECRET);
    environment.putIfAbsent("LIVEONE_ENCRYPTION_KEY", "0123456789abcdef".repeat(4));
    // All tests call from one address; those that need another one say so as a proxy would.
    environment.putIfAbsent("LIVEONE_TRUSTED_PROXIES", "127.0.0.1");
    environment.putIfAbsent("LIVEONE_RATE_PER_ADDRESS", "2000");
    environment.putIfAbsent("LIVEONE_RATE_PER_CALLER", "1000");
    simulator.baseUrls().forEach(environment::putIfAbsent);
    environment.put("LIVEONE_VENDOR_ENPHASE_CLIENT_ID", "liveone-demo");
    environment.put("LIVEONE_VENDOR_ENPHASE_CLIENT_SECRET", "liveone-demo-secret");
    environment.put("LIVEONE_VENDOR_ENPHASE_API_KEY", "liveone-demo-key");
    environment.put(
        "LIVEONE_VENDOR_ENPHASE_REDIRECT_URI", "http://localhost/api/auth/enphase/callback");
    environment.put("LIVEONE_VENDOR_ENPHASE_PLAN", "megawatt");
    startDatabase();
    startServer();
  }

  /**
   * Starts everything; the configuration adds to, or replaces, environment variables of the server.
   */
  public static Product start(Map<String, String> configuration) {
    return startNodes(1, configuration);
  }

  /** The same with several servers as one cluster. */
  public static Product startNodes(int nodes, Map<String, String> configuration) {
    try {
      return new Product(nodes, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void startDatabase() {
    database = EmbeddedMariaDb.start(MariaDbSettings.forTests(home));
  }

  public void startServer() {
    List<DataGrid> grids = DataGrid.of(nodes);
    servers =
        IntStream.range(0, nodes).mapToObj(i -> launch("server-" + (i + 1), grids.get(i))).toList();
    servers.forEach(server -> server.awaitReady(START_LIMIT));
  }

  /** Changes an environment variable of servers that are started from now on. */
  public void configure(String variable, String value) {
    environment.put(variable, value);
  }

  private PayaraMicroProcess launch(String name, DataGrid grid) {
    return PayaraMicroProcess.launch(
        PayaraMicroSettings.of(
                RuntimeFiles.locate().webArchive(), home, DatabaseAccess.of(database))
            .withEnvironment(environment)
            .withMember(name, grid));
  }

  public PayaraMicroProcess server() {
    return servers.get(0);
  }

  /** One of several, counted from 1 as its name {@code server-1} does. */
  public PayaraMicroProcess server(int number) {
    return servers.get(number - 1);
  }

  public EmbeddedMariaDb database() {
    return database;
  }

  /** Where the pages are, with a slash at the end. */
  public URI baseUri() {
    return server().baseUri();
  }

  /** {@code http://127.0.0.1:<port>} of the simulated vendors. */
  public String simulator() {
    return simulator.base();
  }

  /** A client of the simulated vendors' control API; paths are below {@code /control/}. */
  public ApiClient simulatorControl() {
    return new ApiClient(URI.create(simulator.base() + "/control/"));
  }

  /** Everything that the processes have logged so far. */
  public String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
      }
    }
    return all.toString();
  }

  /** A client of the API that is nobody yet. */
  public ApiClient api() {
    return new ApiClient(baseUri());
  }

  /** A client of the API for the first administrator. */
  public ApiClient admin() {
    return api().signedIn(ADMIN_EMAIL, ADMIN_PASSWORD);
  }

  /** A connection to the product's database. */
  public Connection sql() throws SQLException {
    DatabaseAccess access = DatabaseAccess.of(database);
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }

  /** Has a system polled now, unless it is being polled, instead of when its turn comes. */
  public void makeDue(int system) throws SQLException {
    try (Connection connection = sql();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE poll_schedule SET next_due_at = UTC_TIMESTAMP(3)"
                    + " WHERE lease_until IS NULL AND system_id = ?")) {
      update.setInt(1, system);
      update.executeUpdate();
    }
  }

  @Override
  public void close() {
    servers.forEach(PayaraMicroProcess::stop);
    database.stop();
    simulator.stop();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
