package energy.liveone.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Directories that exist complete or not at all. They are filled under another name, forced to the
 * disk and renamed, so neither kill -9 nor a power cut leaves a half-finished one under its real
 * name.
 */
final class DurableFiles {
  private DurableFiles() {}

  /** Forces everything below {@code part} to the disk, then gives it its real name. */
  static void publish(Path part, Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(part)) {
      for (Path path : walk.toList()) {
        force(path);
      }
    }
    Files.move(part, directory, StandardCopyOption.ATOMIC_MOVE);
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
  }

  static void force(Path path) throws IOException {
    if (Files.isSymbolicLink(path) || !Files.isReadable(path)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> walk = Files.walk(directory)) {
      deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
