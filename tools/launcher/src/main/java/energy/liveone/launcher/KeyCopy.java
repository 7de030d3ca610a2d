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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The encryption key of an installation and its copy beside a backup ({@code FILE.key}, 0600). The
 * backup itself never holds it, so a lost backup gives nobody the vendors' credentials.
 */
final class KeyCopy {
  private static final String RETIRED = ServerEnvironment.ENCRYPTION_KEY + ".retired";

  private final List<String> keys;
  private final boolean given;
  private final Secrets secrets;
  private final Path copy;

  private KeyCopy(List<String> keys, boolean given, Secrets secrets, Path copy) {
    this.keys = keys;
    this.given = given;
    this.secrets = secrets;
    this.copy = copy;
  }

  static KeyCopy of(Map<String, String> environment, Path data, Path backup) {
    Secrets secrets = new Secrets(data.resolve("secrets"));
    List<String> given =
        Stream.of("LIVEONE_ENCRYPTION_KEY", "LIVEONE_ENCRYPTION_KEY_PREVIOUS")
            .map(name -> environment.getOrDefault(name, "").strip())
            .filter(text -> !text.isEmpty())
            .toList();
    return new KeyCopy(
        given.isEmpty()
            ? secrets.read(ServerEnvironment.ENCRYPTION_KEY).map(KeyCopy::lines).orElse(List.of())
            : given,
        !given.isEmpty(),
        secrets,
        backup.resolveSibling(backup.getFileName() + ".key"));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  Path file() {
    return copy;
  }

  /** The id by which sealed credentials name their key; unknown where there is no key. */
  String id() {
    return keys.isEmpty() ? BackupHeader.UNKNOWN_KEY : idOf(keys.get(0));
  }

  /** Whether the key of this id is here. */
  boolean has(String id) {
    return keys.isEmpty()
        ? id.equals(BackupHeader.UNKNOWN_KEY)
        : keys.stream().anyMatch(key -> idOf(key).equals(id));
  }

  /**
   * Takes the key of this id out of those that a rotation has put aside.
   *
   * @return whether it was there
   */
  boolean bringBack(String id) {
    List<String> found =
        secrets.read(RETIRED).map(KeyCopy::lines).orElse(List.of()).stream()
            .filter(key -> idOf(key).equals(id))
            .limit(1)
            .toList();
    if (given || found.isEmpty()) {
      return false;
    }
    write(found);
    return true;
  }

  /** These keys first, then those that are here. */
  private void write(List<String> first) {
    secrets.write(
        ServerEnvironment.ENCRYPTION_KEY,
        Stream.concat(first.stream(), keys.stream()).distinct().collect(Collectors.joining("\n")));
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
    if (keys.isEmpty()) {
      throw Arguments.wrong(
          "There is no encryption key to keep, neither in DATA/secrets nor in LIVEONE_ENCRYPTION_KEY: leave --with-key out.");
    }
    if (Files.exists(copy)) {
      throw Arguments.wrong(copy + " exists already: choose another name for the backup.");
    }
  }

  void write() throws IOException {
    Secrets.writePrivate(copy, String.join("\n", keys) + "\n");
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
    String wanted = idOf(copied().get(0));
    if (!keys.isEmpty() && !has(wanted) && !isRetired(wanted)) {
      throw Arguments.wrong(
          "This installation has another encryption key than "
              + copy
              + ": move DATA/secrets/"
              + ServerEnvironment.ENCRYPTION_KEY
              + " away, or unset LIVEONE_ENCRYPTION_KEY, first.");
    }
  }

  private boolean isRetired(String id) {
    return !given
        && secrets.read(RETIRED).map(KeyCopy::lines).orElse(List.of()).stream()
            .anyMatch(key -> idOf(key).equals(id));
  }

  /** Puts the copy into the data directory, unless the keys are given from elsewhere. */
  void install() throws IOException {
    if (!given) {
      write(copied());
    }
  }

  private List<String> copied() throws IOException {
    List<String> copied = lines(Files.readString(copy, StandardCharsets.US_ASCII));
    if (copied.isEmpty()) {
      throw Arguments.wrong(copy + " is empty: leave --with-key out or put the key there.");
    }
    return copied;
  }
}
