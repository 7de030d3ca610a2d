package energy.liveone.launcher;

import energy.liveone.launcher.backup.BackupContents;
import energy.liveone.launcher.backup.BackupFault;
import energy.liveone.launcher.backup.BackupReader;
import energy.liveone.launcher.backup.DatabaseDump;
import energy.liveone.launcher.backup.DatabaseRestore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;

/** {@code liveone admin backup} and {@code liveone admin restore}. */
final class BackupProgram {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'liveone-'yyyyMMdd'T'HHmmss'Z.sql.gz'").withZone(ZoneOffset.UTC);

  private final BackupOrder order;
  private final Map<String, String> environment;
  private final Console console;
  private final Clock clock = Clock.systemUTC();
  private final Installation installation;

  BackupProgram(BackupOrder order, Map<String, String> environment, Console console) {
    this(
        order,
        environment,
        console,
        new Installation(
            MariaDbSettings::of, () -> ProgramSchema.newest(RuntimeFiles.locate().webArchive())));
  }

  BackupProgram(
      BackupOrder order,
      Map<String, String> environment,
      Console console,
      Installation installation) {
    this.order = order;
    this.environment = environment;
    this.console = console;
    this.installation = installation;
  }

  /**
   * What the program has here.
   *
   * @param database how the bundled database runs in a data directory
   * @param newestSchema the schema version that the program brings a database to
   */
  record Installation(Function<Path, MariaDbSettings> database, IntSupplier newestSchema) {}

  /**
   * @throws StartRefusedException with the reason
   */
  void run() {
    try {
      if (order.restore()) {
        restore();
      } else {
        backUp();
      }
    } catch (BackupFault e) {
      throw refusal(e.getMessage());
    } catch (IOException e) {
      throw new StartRefusedException(
          new StartProblem.NotWritable(order.data(), DirectoryLock.reason(e)));
    } catch (SQLException e) {
      throw new StartRefusedException(
          new StartProblem.DatabaseUnavailable(
              "The database does not answer: " + e.getMessage() + "."));
    }
  }

  private void backUp() throws IOException, SQLException {
    Path file = backupFile();
    KeyCopy key = KeyCopy.of(environment, order.data(), file);
    if (order.withKey()) {
      key.refuseIfNotWritable();
    }
    DatabaseDump.Taken taken;
    try (DatabaseInUse database =
            new DatabaseAtHand(order, installation.database(), console).forReading();
        Connection connection = connect(database.access())) {
      if (order.file() == null) {
        Secrets.privateDirectory(file.getParent());
      }
      taken = new DatabaseDump(connection, clock, rows("read")).writeTo(file, key.id());
    }
    BackupContents contents = taken.contents();
    console.say(
        "Backed up %,d rows of %d tables (schema version %d), %,d bytes: %s"
            .formatted(
                contents.totalRows(),
                contents.rows().size(),
                contents.header().schemaVersion(),
                taken.bytes(),
                file));
    sayWhereTheKeyIs(key);
  }

  private Path backupFile() {
    return order.file() == null
        ? order.data().resolve("backups").resolve(NAME.format(clock.instant()))
        : order.file();
  }

  private void sayWhereTheKeyIs(KeyCopy key) throws IOException {
    if (!order.withKey()) {
      console.say(
          "It does not hold the encryption key: keep "
              + order.data().resolve("secrets").resolve(ServerEnvironment.ENCRYPTION_KEY)
              + " (or LIVEONE_ENCRYPTION_KEY) at another place, for without it nobody can read the vendors' credentials.");
      return;
    }
    key.write();
    console.say(
        "The encryption key is beside it, " + key.file() + ": who has both can read everything.");
  }

  private void restore() throws IOException, SQLException {
    Path file = Optional.ofNullable(order.file()).orElseThrow();
    BackupReader backup = new BackupReader(file);
    console.say("Checking " + file);
    BackupContents contents = backup.check();
    KeyCopy key = KeyCopy.of(environment, order.data(), file);
    if (order.withKey()) {
      key.refuseIfNotFitting();
    }
    try (DatabaseInUse database =
            new DatabaseAtHand(order, installation.database(), console).alone();
        Connection connection = connect(database.access())) {
      if (order.withKey()) {
        key.install();
      }
      new DatabaseRestore(connection, database.access().schema(), rows("loaded"))
          .from(backup, installation.newestSchema().getAsInt());
      rememberAdmin(connection);
    }
    console.say(
        "Restored %,d rows of %d tables as they were at %s (schema version %d)"
            .formatted(
                contents.totalRows(),
                contents.rows().size(),
                contents.header().taken(),
                contents.header().schemaVersion()));
    sayWhatIsNext(contents.header().keyId(), KeyCopy.of(environment, order.data(), file));
  }

  /** Otherwise the next start would make up a first account as if the installation were new. */
  private void rememberAdmin(Connection connection) throws SQLException {
    FirstAdmin known = FirstAdmin.of(environment, secrets());
    try (var query =
        connection.prepareStatement(
            "SELECT email FROM accounts WHERE role = 'ADMIN' ORDER BY email = ? DESC, id LIMIT 1")) {
      query.setString(1, known.email());
      try (var result = query.executeQuery()) {
        if (result.next()) {
          new FirstAdmin(result.getString(1), Optional.empty(), false).remember(secrets());
        }
      }
    }
  }

  private void sayWhatIsNext(String sealedWith, KeyCopy key) {
    if (!key.has(sealedWith) && key.bringBack(sealedWith)) {
      console.say(
          "Its credentials are sealed with a key that was retired since; it is taken up again");
    } else if (!key.has(sealedWith)) {
      console.say(
          "Its credentials are sealed with the encryption key of id "
              + sealedWith
              + ", which is not here: put it into "
              + order.data().resolve("secrets").resolve(ServerEnvironment.ENCRYPTION_KEY)
              + " or LIVEONE_ENCRYPTION_KEY before the start, or enter the vendors' credentials again.");
    }
    console.say(
        "Next: ./liveone up --data "
            + order.data()
            + order.externalDatabase().map(external -> " --db-url …").orElse("")
            + "; accounts and passwords are those of the backup.");
  }

  private Secrets secrets() {
    return new Secrets(order.data().resolve("secrets"));
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }

  /** Says every 10 s how far it is. */
  private LongConsumer rows(String done) {
    long[] count = {0};
    Heartbeat heartbeat =
        new Heartbeat("still busy", line -> console.say("  %,d rows %s".formatted(count[0], done)));
    return rows -> {
      count[0] = rows;
      heartbeat.beat();
    };
  }

  private static StartRefusedException refusal(String sentence) {
    return new StartRefusedException(new StartProblem.AdminFailed(sentence));
  }
}
