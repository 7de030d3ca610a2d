package energy.liveone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the product's WAR with the driver's classes, and an empty page to compare with, in a
 * jar of their own. The driver reaches what is not public in the product, so it has classes in the
 * product's packages; within one WAR they are the same packages.
 */
final class DriverArchive {
  private static final List<String> FOLDERS =
      List.of(
          "energy/liveone/bench/driver",
          "energy/liveone/polling",
          "energy/liveone/vendor",
          "META-INF/resources");
  private static final String BEANS =
      "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
          + " bean-discovery-mode=\"annotated\"/>\n";

  private DriverArchive() {}

  static Path make(Path webArchive, Path directory) {
    try {
      Path jar = directory.resolve("liveone-bench-driver.jar");
      makeJar(jar);
      Path copy = Files.copy(webArchive, directory.resolve("liveone.war"));
      try (FileSystem war = FileSystems.newFileSystem(copy)) {
        Files.copy(jar, war.getPath("/WEB-INF/lib").resolve(jar.getFileName().toString()));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("The WAR cannot be copied", e);
    }
  }

  private static void makeJar(Path jar) throws IOException {
    try (FileSystem source = FileSystems.newFileSystem(thisJar());
        FileSystem target = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      for (String name : FOLDERS) {
        copyTree(source.getPath("/", name), target.getPath("/", name));
      }
      Files.createDirectories(target.getPath("/META-INF"));
      Files.writeString(target.getPath("/META-INF/beans.xml"), BEANS);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static Path thisJar() {
    try {
      return Path.of(
          DriverArchive.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The benchmarks were not loaded from a file", e);
    }
  }
}
