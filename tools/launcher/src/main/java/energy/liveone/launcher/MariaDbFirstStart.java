package energy.liveone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes the data directory once. It is filled as {@code data.part} and renamed when it is complete
 * and on the disk, so a {@code data} directory is always a whole one, and whatever interrupted an
 * earlier attempt, the next start begins it anew.
 */
record MariaDbFirstStart(
    MariaDbSettings settings, MariaDbPrograms programs, Consumer<String> progress) {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  void prepareData() throws IOException {
    Path data = settings.dataDirectory();
    if (Files.isDirectory(data)) {
      return;
    }
    Path part = data.resolveSibling("data.part");
    progress.accept(
        Files.exists(part)
            ? "Redoing an interrupted first start of the database"
            : "Preparing the database");
    DurableFiles.deleteTree(part);
    Files.createDirectories(part);
    install(part);
    DurableFiles.publish(part, data);
  }

  private void install(Path part) throws IOException {
    Path temporary = Files.createDirectories(settings.temporaryDirectory());
    ChildProcess installer =
        ChildProcess.start(
            new ChildProcess.Order(
                "mariadb-install",
                settings.installCommand(programs, part),
                // Of its own, since another MariaDB that starts empties the common one. By the
                // environment: the script would split an option at blanks.
                Map.of("TMPDIR", temporary.toString()),
                settings.home()));
    boolean ended =
        installer
            .onExit()
            .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
            .handle((x, late) -> late == null)
            .join();
    boolean succeeded = ended && installer.status() == 0;
    installer.killHard();
    if (!succeeded) {
      throw new StartRefusedException(
          MariaDbFailure.explain(installer.output(), settings, installer.log()));
    }
  }
}
