package energy.liveone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The machine's own Chromium without a window, with a profile of its own. The system property
 * {@code liveone.chromium} names another program.
 */
final class Browser implements AutoCloseable {
  private static final List<String> PROGRAMS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--remote-debugging-port=0",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final long GRACE_SECONDS = 5;

  private final Process process;

  private Browser(Process process) {
    this.process = process;
  }

  /**
   * The program to start.
   *
   * @throws NoBrowserException when there is none
   */
  static Path program() {
    return Stream.concat(
            Optional.ofNullable(System.getProperty("liveone.chromium")).stream(), PROGRAMS.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(NoBrowserException::new);
  }

  /**
   * @param home for its profile and its log
   */
  static Browser start(Path program, Path home) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(OPTIONS);
    command.add("--user-data-dir=" + profile(home));
    command.add("about:blank");
    try {
      return new Browser(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("chromium.log").toFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + program, e);
    }
  }

  private static Path profile(Path home) {
    return home.resolve("chromium");
  }

  /** Where its debugging protocol is spoken, as soon as it is. */
  URI awaitAddress(Path home) {
    Path note = profile(home).resolve("DevToolsActivePort");
    long start = System.nanoTime();
    while (true) {
      List<String> lines = linesOf(note);
      if (lines.size() == 2) {
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      CheckFailedException.unless(
          process.isAlive() && System.nanoTime() - start < START_LIMIT.toNanos(),
          "Chromium did not start; what it said is in " + home.resolve("chromium.log"));
      Pause.millis(50);
    }
  }

  private static List<String> linesOf(Path note) {
    try {
      return Files.exists(note) ? Files.readAllLines(note) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + note, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
