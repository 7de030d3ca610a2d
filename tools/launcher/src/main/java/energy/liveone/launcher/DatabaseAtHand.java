package energy.liveone.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds the database that a command is to work on: another one that was named, the one that the
 * running product uses, or the bundled one, started for the command.
 */
record DatabaseAtHand(
    BackupOrder order, Function<Path, MariaDbSettings> settings, Console console) {
  private static final int MOST_NODES = 8;

  /** Beside a product that may be running. */
  DatabaseInUse forReading() {
    Optional<DatabaseAccess> external = order.externalDatabase();
    external.ifPresent(ExternalDatabase::check);
    return external
        .or(() -> EmbeddedMariaDb.running(order.data()))
        .map(access -> new DatabaseInUse(access, null, new Instance()))
        .orElseGet(this::startIdle);
  }

  private DatabaseInUse startIdle() {
    if (!Files.isDirectory(settings.apply(order.data()).dataDirectory())) {
      throw failed("There is no database in " + order.data() + ": give --data or --db-url.");
    }
    return start(
        lock(
            "LiveOne EE runs with "
                + order.data()
                + ", but not with its bundled database, or is just starting: give --db-url, or try again."));
  }

  /**
   * With nobody else at work.
   *
   * @throws StartRefusedException when the product runs
   */
  DatabaseInUse alone() {
    DirectoryLock lock =
        lock("LiveOne EE runs with " + order.data() + ": stop it before a backup is restored.");
    try {
      refuseLeftServers();
      Optional<DatabaseAccess> external = order.externalDatabase();
      external.ifPresent(ExternalDatabase::check);
      return external
          .map(access -> new DatabaseInUse(access, lock, new Instance()))
          .orElseGet(() -> start(lock));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private DirectoryLock lock(String refusal) {
    try {
      return DirectoryLock.take(order.data());
    } catch (StartRefusedException e) {
      throw e.problem() instanceof StartProblem.DirectoryInUse ? failed(refusal) : e;
    }
  }

  private void refuseLeftServers() {
    Path run = order.data().resolve("run");
    Optional<String> left =
        IntStream.rangeClosed(1, MOST_NODES)
            .mapToObj(i -> "server-" + i)
            .filter(name -> new RunNote(run, name).leftover().isPresent())
            .findFirst();
    if (left.isPresent()) {
      throw failed(
          "The "
              + left.get()
              + " of an earlier run still works with "
              + order.data()
              + ": stop it before a backup is restored.");
    }
  }

  /** Also a signal stops the database then. */
  private DatabaseInUse start(DirectoryLock lock) {
    Instance started = new Instance();
    Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "stop"));
    try {
      console.say("Starting the database");
      EmbeddedMariaDb database =
          started.add(EmbeddedMariaDb.start(settings.apply(order.data()), console::say));
      return new DatabaseInUse(DatabaseAccess.of(database), lock, started);
    } catch (RuntimeException e) {
      started.stop();
      lock.close();
      throw e;
    }
  }

  private static StartRefusedException failed(String sentence) {
    return new StartRefusedException(new StartProblem.AdminFailed(sentence));
  }
}
