package energy.liveone.bench;

import energy.liveone.launcher.DatabaseAccess;
import energy.liveone.launcher.EmbeddedMariaDb;
import energy.liveone.launcher.MariaDbSettings;
import energy.liveone.launcher.PayaraMicroProcess;
import energy.liveone.launcher.PayaraMicroSettings;
import energy.liveone.launcher.RuntimeFiles;
import energy.liveone.launcher.SimulatorProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A temporary installation: database with the settings of real use, simulator, server and browser
 * on free ports. All of it ends with {@link #close} or with this process, and its directory is
 * removed.
 */
final class Workplace implements AutoCloseable {
  static final String ADMIN_EMAIL = "bench@liveone.example";

  private final Path home;
  private final boolean keep;
  private final Report report;
  private final String encryptionKey = random(32);
  private final String adminPassword = random(12);
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Thread hook = new Thread(this::end, "stop");
  private boolean ended;

  private Workplace(Path home, boolean keep, Report report) {
    this.home = home;
    this.keep = keep;
    this.report = report;
  }

  static Workplace open(Options options, Report report) {
    try {
      Path home = Files.createTempDirectory(options.data(), "liveone-bench-");
      Workplace workplace = new Workplace(home, options.keep(), report);
      Runtime.getRuntime().addShutdownHook(workplace.hook);
      return workplace;
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary directory in " + options.data(), e);
    }
  }

  Path home() {
    return home;
  }

  String encryptionKey() {
    return encryptionKey;
  }

  String adminPassword() {
    return adminPassword;
  }

  EmbeddedMariaDb startDatabase() {
    report.say("Starting the database");
    MariaDbSettings real = MariaDbSettings.of(home);
    // The same as in real use, but with the programs that another run has unpacked already.
    MariaDbSettings settings =
        new MariaDbSettings(
            home,
            RuntimeFiles.locate().runtime().resolve("mariadb"),
            real.port(),
            real.bufferPoolMegabytes(),
            real.logFileMegabytes());
    return started(EmbeddedMariaDb.start(settings, report::say));
  }

  SimulatorProcess startSimulator() {
    report.say("Starting the simulated vendors");
    return started(SimulatorProcess.start(home, 0));
  }

  PayaraMicroProcess startServer(
      EmbeddedMariaDb database, Path webArchive, Map<String, String> configuration) {
    report.say("Starting the server");
    Map<String, String> environment = new HashMap<>();
    // One caller from one address stands for all.
    environment.put("LIVEONE_RATE_PER_ADDRESS", "0");
    environment.put("LIVEONE_RATE_PER_CALLER", "0");
    environment.put("LIVEONE_ENCRYPTION_KEY", encryptionKey);
    environment.put("LIVEONE_ADMIN_EMAIL", ADMIN_EMAIL);
    environment.put("LIVEONE_ADMIN_PASSWORD", adminPassword);
    environment.putAll(configuration);
    return started(
        PayaraMicroProcess.start(
            PayaraMicroSettings.of(webArchive, home, DatabaseAccess.of(database))
                .withEnvironment(environment)));
  }

  Browser startBrowser(Path program) {
    report.say("Starting the browser");
    return started(Browser.start(program, home));
  }

  static Connection connect(EmbeddedMariaDb database) {
    try {
      return DriverManager.getConnection(database.url(), database.user(), database.password());
    } catch (SQLException e) {
      throw new CheckFailedException("The database cannot be reached", e);
    }
  }

  private <T extends AutoCloseable> T started(T process) {
    synchronized (running) {
      running.push(process);
    }
    return process;
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      report.say("Stopped");
    }
  }

  /** Last started, first stopped. */
  private synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    synchronized (running) {
      running.forEach(this::stop);
    }
    // One that was just being started is nobody's yet.
    ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    if (keep) {
      report.say("Kept " + home);
    } else {
      remove();
    }
  }

  private void stop(AutoCloseable process) {
    try {
      process.close();
    } catch (Exception e) {
      report.say("A process did not stop in order: " + e.getMessage());
    }
  }

  private void remove() {
    try (Stream<Path> walk = Files.walk(home)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      report.say("Cannot remove all of " + home + ": " + e.getMessage());
    }
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
