package energy.liveone.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One process started by the launcher: its output goes to a log file, and a {@link RunNote} tells
 * later starts about it.
 */
final class ChildProcess {
  private static final long LARGEST_LOG_BYTES = 16L << 20;
  private static final int LARGEST_OUTPUT_BYTES = 256 << 10;

  private final String name;
  private final Process process;
  private final Path log;
  private final RunNote note;

  private final long logStart;

  private ChildProcess(Order order, Process process, long logStart) {
    this.name = order.name();
    this.process = process;
    this.log = order.log();
    this.note = order.note();
    this.logStart = logStart;
  }

  /**
   * What to start; {@code environment} is added to the launcher's own and is the place for secrets.
   */
  record Order(String name, List<String> command, Map<String, String> environment, Path home) {
    Path log() {
      return home.resolve("logs").resolve(name + ".log");
    }

    RunNote note() {
      return new RunNote(home.resolve("run"), name);
    }
  }

  static ChildProcess start(Order order) throws IOException {
    Path log = order.log();
    Files.createDirectories(log.toAbsolutePath().getParent());
    keepOneOldLog(log);
    ProcessBuilder builder = new ProcessBuilder(order.command());
    builder.environment().putAll(order.environment());
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    long logStart = Files.exists(log) ? Files.size(log) : 0;
    Process process = builder.start();
    process.getOutputStream().close();
    order.note().write(process.toHandle());
    return new ChildProcess(order, process, logStart);
  }

  private static void keepOneOldLog(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The exit status; only for a process that has ended. */
  int status() {
    return process.exitValue();
  }

  CompletableFuture<ChildProcess> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /**
   * Asks the process to stop and kills it after {@code grace}.
   *
   * @return whether it stopped by itself
   */
  boolean stop(Duration grace) {
    process.destroy();
    boolean clean = awaitEnd(grace);
    if (!clean) {
      killHard();
    }
    note.remove();
    return clean;
  }

  /** Ends the process at once, as a power cut would. */
  void killHard() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(10));
    note.remove();
  }

  private boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /**
   * Stops the child that a killed launcher left running, if there is one; {@code grace} as in
   * {@link #stop}.
   */
  static boolean stopLeftover(Order order, Duration grace) {
    RunNote note = order.note();
    boolean found = note.leftover().map(process -> end(process, grace)).orElse(false);
    note.remove();
    return found;
  }

  private static boolean end(ProcessHandle process, Duration grace) {
    process.destroy();
    if (!awaitEnd(process, grace)) {
      process.destroyForcibly();
      awaitEnd(process, Duration.ofSeconds(10));
    }
    return true;
  }

  private static boolean awaitEnd(ProcessHandle process, Duration limit) {
    return process
        .onExit()
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .handle((ended, late) -> late == null)
        .join();
  }

  /** What this process has written so far, at most the last 256 KiB. */
  String output() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(logStart, file.length() - LARGEST_OUTPUT_BYTES);
      byte[] bytes = new byte[(int) Math.max(0, file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }
  }
}
