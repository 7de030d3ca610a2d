package energy.liveone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A real MariaDB as a child process, listening on 127.0.0.1 only, its data kept over restarts in
 * {@code home/mariadb/data}.
 *
 * <p>{@link #start} returns when the database answers. After {@link #killHard} or a power cut the
 * next start recovers by InnoDB's log. One home belongs to one instance at a time, in this or any
 * other JVM. The data directory may be moved while stopped.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
  static final Duration STOP_GRACE = Duration.ofSeconds(9);
  private static final String NAME = "mariadb";

  /** Recovery of a large redo log takes minutes; a process that died is noticed at once. */
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private final ChildProcess process;
  private final DirectoryLock lock;
  private final MariaDbAccounts accounts;
  private final int port;

  private EmbeddedMariaDb(
      ChildProcess process, DirectoryLock lock, MariaDbAccounts accounts, int port) {
    this.process = process;
    this.lock = lock;
    this.accounts = accounts;
    this.port = port;
  }

  public static EmbeddedMariaDb start(MariaDbSettings settings) {
    return start(settings, line -> {});
  }

  /**
   * @param progress is told each longer step in a few words
   * @throws StartRefusedException when the home is in use or not writable, no MariaDB runs here, or
   *     the database does not start
   */
  public static EmbeddedMariaDb start(MariaDbSettings settings, Consumer<String> progress) {
    DirectoryLock lock = DirectoryLock.take(settings.mariaDbHome());
    try {
      return new Starting(settings, progress, lock).run();
    } catch (IOException e) {
      lock.close();
      throw new StartRefusedException(
          new StartProblem.NotWritable(settings.home(), DirectoryLock.reason(e)));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * The database that another program runs in this home now, so that commands can work beside the
   * product.
   */
  static Optional<DatabaseAccess> running(Path home) {
    Optional<String> port =
        new RunNote(home.resolve("run"), NAME).leftover().flatMap(process -> readPort(home));
    return port.map(
        number ->
            new DatabaseAccess(
                "jdbc:mariadb://127.0.0.1:" + number + "/liveone",
                MariaDbAccounts.USER,
                MariaDbAccounts.in(new Secrets(home.resolve("secrets"))).password()));
  }

  private static Optional<String> readPort(Path home) {
    try {
      Path file = portFile(home);
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path portFile(Path home) {
    return home.resolve("run").resolve(NAME + ".port");
  }

  /** The product's own schema as the account {@link #user}. */
  public String url() {
    return url("liveone");
  }

  /** Any schema of this database; the account owns all whose names start with {@code liveone}. */
  public String url(String schema) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
  }

  public String user() {
    return MariaDbAccounts.USER;
  }

  public String password() {
    return accounts.password();
  }

  /** Of the account {@code root}, for tests and for taking back-ups. */
  public String rootPassword() {
    return accounts.rootPassword();
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  ChildProcess process() {
    return process;
  }

  /** Completes when the database ends, for whatever reason. */
  CompletableFuture<ChildProcess> onExit() {
    return process.onExit();
  }

  /** Stops cleanly; after 9 s by force, which costs a recovery at the next start and no data. */
  public void stop() {
    process.stop(STOP_GRACE);
    lock.close();
  }

  /**
   * Lets go of the home while the database runs on: what is left when the launcher itself is
   * killed.
   */
  void forgetLock() {
    lock.close();
  }

  /** {@code kill -9}. */
  public void killHard() {
    process.killHard();
    lock.close();
  }

  @Override
  public void close() {
    stop();
  }

  /** The steps of one start. */
  private record Starting(MariaDbSettings settings, Consumer<String> progress, DirectoryLock lock) {

    EmbeddedMariaDb run() throws IOException {
      Path home = settings.home();
      MariaDbPrograms programs =
          new MariaDbLocator(
                  RuntimeFiles.locate().mariaDbBundle(),
                  settings.programs(),
                  MariaDbLocator.systemPath(),
                  progress)
              .find();
      ChildProcess.Order search = new ChildProcess.Order(NAME, List.of(), Map.of(), home);
      if (ChildProcess.stopLeftover(search, Duration.ofSeconds(60))) {
        progress.accept("Stopped the database that an earlier run left behind");
      }
      new MariaDbFirstStart(settings, programs, progress).prepareData();
      MariaDbAccounts accounts = MariaDbAccounts.in(new Secrets(home.resolve("secrets")));
      Secrets.privateDirectory(home.resolve("run"));
      Files.createDirectories(settings.temporaryDirectory());
      accounts.writeStatements(settings.accountsFile());
      int port = settings.port() == 0 ? FreePort.any() : settings.port();
      Files.deleteIfExists(portFile(home));
      ChildProcess process =
          ChildProcess.start(
              new ChildProcess.Order(NAME, settings.serverCommand(programs, port), Map.of(), home));
      EmbeddedMariaDb database = new EmbeddedMariaDb(process, lock, accounts, port);
      awaitAnswer(database);
      Files.deleteIfExists(settings.accountsFile());
      Files.writeString(portFile(home), port + "\n");
      return database;
    }

    private void awaitAnswer(EmbeddedMariaDb database) {
      Deadline deadline = Deadline.after(START_LIMIT);
      while (!answers(database)) {
        if (!database.process.isAlive() || deadline.isOver()) {
          String output = database.process.output();
          database.process.killHard();
          throw new StartRefusedException(
              MariaDbFailure.explain(output, settings, database.process.log()));
        }
        Deadline.pause(Duration.ofMillis(50));
      }
    }

    private static boolean answers(EmbeddedMariaDb database) {
      try (Connection connection =
          DriverManager.getConnection(
              database.url() + "?connectTimeout=2000", database.user(), database.password())) {
        return connection.isValid(2);
      } catch (SQLException notYet) {
        return false;
      }
    }
  }
}
