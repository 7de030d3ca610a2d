package energy.liveone.launcher;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code liveone admin backup} or {@code restore} was asked to do.
 *
 * @param file null for a backup under the usual name
 * @param data the data directory
 * @param withKey whether the encryption key goes beside the file, or comes from there
 * @param external the database if it is not the one in the data directory
 */
record BackupOrder(
    boolean restore,
    @Nullable Path file,
    Path data,
    boolean withKey,
    @Nullable DatabaseAccess external) {

  Optional<DatabaseAccess> externalDatabase() {
    return Optional.ofNullable(external);
  }

  /**
   * @return empty when the words are another command
   * @throws StartRefusedException with {@code BadUsage}
   */
  static Optional<BackupOrder> parse(
      Arguments arguments, Path data, String passwordFromEnvironment) {
    boolean restore = arguments.take("restore");
    if (!restore && !arguments.take("backup")) {
      return Optional.empty();
    }
    boolean withKey = arguments.flag("--with-key");
    DatabaseAccess external = UpOptions.external(arguments, passwordFromEnvironment);
    Optional<Path> file = arguments.word().map(Path::of).map(Path::toAbsolutePath);
    arguments.refuseRest();
    if (restore && file.isEmpty()) {
      throw Arguments.wrong("./liveone admin restore FILE");
    }
    return Optional.of(new BackupOrder(restore, file.orElse(null), data, withKey, external));
  }
}
