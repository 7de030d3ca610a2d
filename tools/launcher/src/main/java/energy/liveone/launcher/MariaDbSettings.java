package energy.liveone.launcher;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the embedded MariaDB runs.
 *
 * @param home the data directory of the product; the database uses {@code mariadb}, {@code
 *     secrets}, {@code logs}, {@code run} in it
 * @param programs where the packaged MariaDB is unpacked (about 340 MB), can be shared by many
 *     homes
 * @param port TCP port on 127.0.0.1; 0 takes any free one
 * @param bufferPoolMegabytes InnoDB's cache; taken from the system only as it fills
 * @param logFileMegabytes InnoDB's redo log; twice a minute's writes keep checkpoints rare
 */
public record MariaDbSettings(
    Path home, Path programs, int port, int bufferPoolMegabytes, int logFileMegabytes) {

  public MariaDbSettings {
    if (port < 0 || port > 65_535 || bufferPoolMegabytes < 8 || logFileMegabytes < 4) {
      throw new IllegalArgumentException("Impossible MariaDB settings");
    }
    home = home.toAbsolutePath().normalize();
    programs = programs.toAbsolutePath().normalize();
  }

  /**
   * For real use: an eighth of the machine's memory for the buffer pool, within 128 MB and 4 GB.
   */
  public static MariaDbSettings of(Path home) {
    return new MariaDbSettings(home, home.resolve("mariadb"), 0, defaultBufferPoolMegabytes(), 256);
  }

  /** For tests: small, and with one unpacked copy of the programs for all of them. */
  public static MariaDbSettings forTests(Path home) {
    return new MariaDbSettings(
        home, RuntimeFiles.locate().runtime().resolve("mariadb"), 0, 128, 64);
  }

  public MariaDbSettings withBufferPoolMegabytes(int megabytes) {
    return new MariaDbSettings(home, programs, port, megabytes, logFileMegabytes);
  }

  private static int defaultBufferPoolMegabytes() {
    long bytes =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return (int) Math.max(128, Math.min(4096, (bytes >> 20) / 8));
  }

  Path mariaDbHome() {
    return home.resolve("mariadb");
  }

  Path dataDirectory() {
    return mariaDbHome().resolve("data");
  }

  Path temporaryDirectory() {
    return mariaDbHome().resolve("tmp");
  }

  Path accountsFile() {
    return home.resolve("run").resolve("accounts.sql");
  }

  /**
   * Every option is given here and none in a file, so the directory can be moved and a system's
   * my.cnf has no say.
   */
  List<String> serverCommand(MariaDbPrograms mariaDb, int listenOn) {
    List<String> command = new ArrayList<>();
    command.add(mariaDb.server().toString());
    command.addAll(mariaDb.baseOptions());
    command.addAll(userOption());
    command.addAll(
        List.of(
            "--datadir=" + dataDirectory(),
            // Its own: MariaDB removes all temporary tables it finds at its start, also those of
            // another that runs.
            "--tmpdir=" + temporaryDirectory(),
            "--pid-file=" + home.resolve("run").resolve("mariadbd.pid"),
            "--init-file=" + accountsFile(),
            "--bind-address=127.0.0.1",
            "--port=" + listenOn,
            // Loopback only: no unix socket (its path has a short limit), no TLS (11.4 makes an RSA
            // key at each start: 6 s).
            "--socket=",
            "--skip-ssl",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--default-time-zone=+00:00",
            "--transaction-isolation=READ-COMMITTED",
            "--max-allowed-packet=64M",
            "--max-connections=300",
            "--innodb-buffer-pool-size=" + bufferPoolMegabytes + "M",
            "--innodb-log-file-size=" + logFileMegabytes + "M",
            // An acknowledged reading survives a power cut.
            "--innodb-flush-log-at-trx-commit=1",
            "--skip-log-bin"));
    return command;
  }

  List<String> installCommand(MariaDbPrograms mariaDb, Path into) {
    List<String> command = new ArrayList<>(List.of("sh", mariaDb.installer().toString()));
    command.addAll(mariaDb.baseOptions());
    command.addAll(userOption());
    command.addAll(
        List.of(
            "--datadir=" + into,
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--skip-name-resolve",
            "--innodb-log-file-size=" + logFileMegabytes + "M"));
    return command;
  }

  /** MariaDB refuses to run as root unless told so by name. */
  private static List<String> userOption() {
    return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
  }
}
