package energy.liveone.launcher;

import energy.liveone.launcher.backup.BackupHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The encryption key of an installation and its copy beside a backup ({@code FILE.key}, 0600). The
 * backup itself never holds it, so a lost backup gives nobody the vendors' credentials.
 */
final class KeyCopy {
  private final Optional<String> key;
  private final Secrets secrets;
  private final Path copy;

  private KeyCopy(Optional<String> key, Secrets secrets, Path copy) {
    this.key = key;
    this.secrets = secrets;
    this.copy = copy;
  }

  static KeyCopy of(Map<String, String> environment, Path data, Path backup) {
    Secrets secrets = new Secrets(data.resolve("secrets"));
    Optional<String> given =
        Optional.ofNullable(environment.get("LIVEONE_ENCRYPTION_KEY"))
            .map(String::strip)
            .filter(text -> !text.isEmpty());
    return new KeyCopy(
        given.or(() -> secrets.read(ServerEnvironment.ENCRYPTION_KEY)),
        secrets,
        backup.resolveSibling(backup.getFileName() + ".key"));
  }

  Path file() {
    return copy;
  }

  /** The id by which sealed credentials name their key; unknown where there is no key. */
  String id() {
    return key.map(KeyCopy::idOf).orElse(BackupHeader.UNKNOWN_KEY);
  }

  /** The first four bytes of the key's SHA-256, as the server makes it. */
  private static String idOf(String hexadecimal) {
    try {
      byte[] bytes = HexFormat.of().parseHex(hexadecimal);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 4));
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong("The encryption key must be 64 hexadecimal digits (32 bytes).");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Before a backup is taken, so that it does not fail after it. */
  void refuseIfNotWritable() {
    if (key.isEmpty()) {
      throw Arguments.wrong(
          "There is no encryption key to keep, neither in DATA/secrets nor in LIVEONE_ENCRYPTION_KEY: leave --with-key out.");
    }
    if (Files.exists(copy)) {
      throw Arguments.wrong(copy + " exists already: choose another name for the backup.");
    }
  }

  void write() throws IOException {
    Secrets.writePrivate(copy, key.orElseThrow() + "\n");
  }

  /**
   * Before a restore.
   *
   * @throws StartRefusedException when there is no copy, or another key in its place
   */
  void refuseIfNotFitting() throws IOException {
    if (!Files.exists(copy)) {
      throw Arguments.wrong(copy + " is missing: leave --with-key out or put the key there.");
    }
    if (key.isPresent() && !idOf(copied()).equals(id())) {
      throw Arguments.wrong(
          "This installation has another encryption key than "
              + copy
              + ": move DATA/secrets/"
              + ServerEnvironment.ENCRYPTION_KEY
              + " away, or unset LIVEONE_ENCRYPTION_KEY, first.");
    }
  }

  /** Puts the copy into the data directory, if no key is there. */
  void install() throws IOException {
    if (key.isEmpty()) {
      secrets.write(ServerEnvironment.ENCRYPTION_KEY, copied());
    }
  }

  private String copied() throws IOException {
    return Files.readString(copy, StandardCharsets.US_ASCII).strip();
  }
}
