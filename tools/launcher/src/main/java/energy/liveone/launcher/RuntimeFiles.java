package energy.liveone.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the built files lie: what the build copied for the launcher and what the other modules
 * built. The project's root is the system property {@code liveone.root}, else found from where this
 * class was loaded; {@code liveone.runtime} moves the copied part.
 */
public final class RuntimeFiles {
  private final Path root;
  private final Path runtime;

  private RuntimeFiles(Path root, Path runtime) {
    this.root = root;
    this.runtime = runtime;
  }

  public static RuntimeFiles locate() {
    Path root =
        Optional.ofNullable(System.getProperty("liveone.root"))
            .map(Path::of)
            .orElseGet(RuntimeFiles::rootOfThisClass);
    root = root.toAbsolutePath().normalize();
    Path runtime =
        Optional.ofNullable(System.getProperty("liveone.runtime"))
            .map(Path::of)
            .orElse(root.resolve("tools/launcher/target/runtime"));
    return new RuntimeFiles(root, runtime.toAbsolutePath().normalize());
  }

  private static Path rootOfThisClass() {
    Path path;
    try {
      path =
          Path.of(RuntimeFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The launcher was not loaded from a file", e);
    }
    for (Path directory = path; directory != null; directory = directory.getParent()) {
      if (Files.exists(directory.resolve("ejb-module/pom.xml"))) {
        return directory;
      }
    }
    return Path.of("");
  }

  public Path root() {
    return root;
  }

  /** The directory of everything the build copied here. */
  public Path runtime() {
    return runtime;
  }

  public Path payaraMicro() {
    return built(runtime.resolve("payara-micro.jar"));
  }

  public Path mariaDbDriver() {
    return built(runtime.resolve("mariadb-java-client.jar"));
  }

  /** The packaged MariaDB; absent on a platform that has none. */
  public Optional<Path> mariaDbBundle() {
    return Optional.of(runtime.resolve("mariadb-bundle.jar")).filter(Files::exists);
  }

  public Path webArchive() {
    return built(root.resolve("web-module/target/liveone.war"));
  }

  public Path simulator() {
    return built(root.resolve("tools/simulator/target/liveone-simulator.jar"));
  }

  /** The {@code java} that runs this program. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path built(Path file) {
    if (!Files.exists(file)) {
      throw new StartRefusedException(new StartProblem.NotBuilt(file));
    }
    return file;
  }
}
