package energy.liveone.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The MariaDB programs in use.
 *
 * @param server {@code mariadbd}
 * @param installer the script {@code mariadb-install-db}
 * @param base MariaDB's installation directory
 * @param bundled whether they come from the packaged MariaDB, which has its files at unusual places
 */
record MariaDbPrograms(Path server, Path installer, Path base, boolean bundled) {
  private static final Pattern LIBRARY = Pattern.compile("loading shared libraries: ([^:\\s]+)");
  private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)");

  /** Options that tell either program where its own files are. */
  List<String> baseOptions() {
    return bundled
        ? List.of(
            "--no-defaults", "--basedir=" + base, "--lc-messages-dir=" + base.resolve("share"))
        : List.of("--no-defaults", "--basedir=" + base);
  }

  /** Whether the server runs on this machine, found by running it. */
  Trial tryOut() {
    try {
      Process process =
          new ProcessBuilder(server.toString(), "--no-defaults", "--version")
              .redirectErrorStream(true)
              .start();
      String output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      boolean ended = process.waitFor(20, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      return ended && process.exitValue() == 0
          ? judgeVersion(output)
          : new Unusable(reason(output));
    } catch (IOException e) {
      return new Unusable("it cannot be executed on this system");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unusable("the trial was interrupted");
    }
  }

  static Trial judgeVersion(String output) {
    Matcher version = VERSION.matcher(output);
    if (!output.contains("MariaDB") || !version.find()) {
      return new Unusable("it is not MariaDB");
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    boolean recent = major > 10 || (major == 10 && minor >= 6);
    return recent
        ? new Usable()
        : new Unusable("it is MariaDB " + major + "." + minor + ", older than 10.6");
  }

  static String reason(String output) {
    Matcher library = LIBRARY.matcher(output);
    if (library.find()) {
      return "the system library " + library.group(1) + " is missing";
    }
    return output.contains("GLIBC") ? "the system's C library is too old" : "it fails at once";
  }

  sealed interface Trial {}

  record Usable() implements Trial {}

  record Unusable(String reason) implements Trial {}
}
