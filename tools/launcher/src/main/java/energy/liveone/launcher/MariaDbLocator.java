package energy.liveone.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds MariaDB programs for this machine: the packaged ones if there is a package for the platform
 * and it runs, else those on the path. Unpacking is done once; what is there already is used as it
 * is.
 */
final class MariaDbLocator {
  private static final List<Path> USUAL_PLACES =
      List.of(
          Path.of("/usr/sbin"),
          Path.of("/usr/bin"),
          Path.of("/usr/local/bin"),
          Path.of("/opt/homebrew/bin"));

  private final Optional<Path> bundle;
  private final Path unpackTo;
  private final List<Path> searchPath;
  private final Consumer<String> progress;

  MariaDbLocator(
      Optional<Path> bundle, Path unpackTo, List<Path> searchPath, Consumer<String> progress) {
    this.bundle = bundle;
    this.unpackTo = unpackTo;
    this.searchPath = searchPath;
    this.progress = progress;
  }

  /**
   * The directories of {@code PATH}, then the usual ones: {@code mariadbd} often lies outside a
   * user's path.
   */
  static List<Path> systemPath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of),
            USUAL_PLACES.stream())
        .distinct()
        .toList();
  }

  MariaDbPrograms find() {
    List<String> obstacles = new ArrayList<>();
    Optional<MariaDbPrograms> usable =
        bundle.map(this::unpacked).filter(programs -> works(programs, "packaged", obstacles));
    return usable
        .or(() -> onPath().filter(programs -> works(programs, "installed", obstacles)))
        .orElseThrow(
            () ->
                new StartRefusedException(new StartProblem.NoDatabaseProgram(sentence(obstacles))));
  }

  private static boolean works(MariaDbPrograms programs, String kind, List<String> obstacles) {
    if (programs.tryOut() instanceof MariaDbPrograms.Unusable unusable) {
      obstacles.add("the " + kind + " MariaDB cannot be used: " + unusable.reason());
      return false;
    }
    return true;
  }

  private static String sentence(List<String> obstacles) {
    String why =
        obstacles.isEmpty()
            ? "No MariaDB is packaged for "
                + System.getProperty("os.name")
                + " on "
                + System.getProperty("os.arch")
                + " and none is on the path"
            : "No usable MariaDB (" + String.join("; ", obstacles) + ")";
    return why
        + ": install MariaDB 10.6 or newer (Debian, Ubuntu: apt-get install mariadb-server; macOS: brew install"
        + " mariadb) or give an external one with --db-url.";
  }

  private MariaDbPrograms unpacked(Path jar) {
    try {
      MariaDbBundle opened = MariaDbBundle.open(jar);
      Path base = unpackTo.resolve("base-" + opened.version());
      if (!Files.isDirectory(base)) {
        progress.accept("Unpacking MariaDB " + opened.version());
        opened.unpack(base);
      }
      return new MariaDbPrograms(
          base.resolve("bin/mariadbd"), base.resolve("scripts/mariadb-install-db"), base, true);
    } catch (IOException e) {
      throw new StartRefusedException(
          new StartProblem.NotWritable(unpackTo, DirectoryLock.reason(e)));
    }
  }

  private Optional<MariaDbPrograms> onPath() {
    Optional<Path> server = program("mariadbd").or(() -> program("mysqld"));
    Optional<Path> installer = program("mariadb-install-db").or(() -> program("mysql_install_db"));
    return server.flatMap(
        found -> installer.map(script -> new MariaDbPrograms(found, script, baseOf(found), false)));
  }

  /** Through links, because package managers link programs into a common directory. */
  private static Path baseOf(Path server) {
    try {
      Path directory = server.toRealPath().getParent();
      return directory == null || directory.getParent() == null
          ? Path.of("/usr")
          : directory.getParent();
    } catch (IOException e) {
      return Path.of("/usr");
    }
  }

  private Optional<Path> program(String name) {
    return searchPath.stream()
        .map(directory -> directory.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
