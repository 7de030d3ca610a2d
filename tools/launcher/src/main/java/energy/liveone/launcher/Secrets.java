package energy.liveone.launcher;

import energy.liveone.launcher.client.AdminSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Secrets that the launcher made itself, one file each, readable by their owner only (0600 in a
 * 0700 directory). A file appears whole or not at all, so a power cut never leaves half a key
 * behind.
 */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PASSWORD_LETTERS =
      "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final Path directory;

  Secrets(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads the secret, or makes it from {@code bytes} random bytes written as hexadecimal digits.
   */
  String hexadecimal(String name, int bytes) {
    return read(name)
        .orElseGet(
            () -> {
              byte[] random = new byte[bytes];
              RANDOM.nextBytes(random);
              return write(name, HexFormat.of().formatHex(random));
            });
  }

  /** A new password of letters and digits that are not mistaken for one another; stored nowhere. */
  static String newPassword(int length) {
    StringBuilder password = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      password.append(PASSWORD_LETTERS.charAt(RANDOM.nextInt(PASSWORD_LETTERS.length())));
    }
    return password.toString();
  }

  /** Where the secret is, or would be. */
  Path file(String name) {
    return directory.resolve(name).toAbsolutePath();
  }

  Optional<String> read(String name) {
    Path file = directory.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read secret " + name, e);
    }
  }

  String write(String name, String secret) {
    try {
      privateDirectory(directory);
      Path part = directory.resolve(name + ".part");
      writePrivate(part, secret + "\n");
      Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write secret " + name, e);
    }
  }

  /** The token with which the launcher's own commands call the server. */
  AdminSession.TokenStore adminToken() {
    return new AdminSession.TokenStore(
        () -> read("admin-token"), token -> write("admin-token", token));
  }

  static void privateDirectory(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  /** Writes a file that was never readable by others, not even for a moment. */
  static void writePrivate(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
    DurableFiles.force(file);
  }
}
