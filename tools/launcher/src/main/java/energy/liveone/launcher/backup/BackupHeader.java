package energy.liveone.launcher.backup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first two lines of a backup.
 *
 * @param schemaVersion number of the newest migration in the database
 * @param taken the moment whose rows are in it
 * @param server what the database calls its version
 * @param keyId of the key that seals the vendors' credentials; {@link #UNKNOWN_KEY} when the
 *     program that took the backup did not have it
 */
public record BackupHeader(int schemaVersion, Instant taken, String server, String keyId) {
  /** Stands for an id. */
  public static final String UNKNOWN_KEY = "unknown";

  /** The number is the version of the format; a program reads the one that it knows. */
  static final String TITLE = "-- LiveOne EE backup 1";

  private static final Pattern FACTS =
      Pattern.compile("-- schema (\\d{1,9}), taken (\\S+), MariaDB (\\S+), key (\\S+)");

  String facts() {
    return "-- schema %d, taken %s, MariaDB %s, key %s"
        .formatted(schemaVersion, taken, server, keyId);
  }

  static Optional<BackupHeader> parse(String facts) {
    Matcher matcher = FACTS.matcher(facts);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BackupHeader(
              Integer.parseInt(matcher.group(1)),
              Instant.parse(matcher.group(2)),
              matcher.group(3),
              matcher.group(4)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
