package energy.liveone.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file with keys, one of 64 hexadecimal digits a line, for its owner only (0600). It is replaced
 * whole: whenever the power goes, either the old or the new keys are there.
 */
final class KeyFile {
  private static final String PRIVATE = "rw-------";
  private static final String RETIRED = ".retired";

  private final Path file;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * The keys, in their order.
   *
   * @throws IllegalStateException when the file is missing or malformed
   */
  List<CredentialKey> read() {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
      List<CredentialKey> keys =
          lines
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .map(line -> CredentialKey.ofHex(line).orElseThrow(this::malformed))
              .toList();
      if (keys.isEmpty()) {
        throw malformed();
      }
      return keys;
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException("The encryption keys in " + file + " cannot be read", e);
    }
  }

  private IllegalStateException malformed() {
    return new IllegalStateException(
        file + " does not hold keys of 64 hexadecimal digits (32 random bytes), one a line");
  }

  /** Puts these keys in place of all others. */
  void write(Collection<CredentialKey> keys) {
    write(file, keys);
  }

  /** Keeps keys beside the file that are needed for nothing but backups of before. */
  void keepRetired(Collection<CredentialKey> keys) {
    Path retired = retiredFile();
    Stream<CredentialKey> before =
        Files.exists(retired) ? new KeyFile(retired).read().stream() : Stream.empty();
    write(retired, Stream.concat(before, keys.stream()).distinct().toList());
  }

  Path retiredFile() {
    return file.resolveSibling(file.getFileName() + RETIRED);
  }

  private static void write(Path target, Collection<CredentialKey> keys) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
      Files.writeString(
          part, keys.stream().map(key -> key.hex() + "\n").collect(Collectors.joining()));
      force(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      force(target.resolveSibling("."));
    } catch (IOException e) {
      throw new IllegalStateException("The encryption keys cannot be written to " + target, e);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
