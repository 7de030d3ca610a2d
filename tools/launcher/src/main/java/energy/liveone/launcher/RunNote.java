package energy.liveone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a running child in a file ({@code <pid> <start in epoch ms>}), so that the next start
 * finds what a killed launcher left running. Pid and start time together name one process of one
 * boot: a pid used again is never mistaken for the child, and the data directory may be moved
 * meanwhile.
 */
final class RunNote {
  /** Linux computes start times from the boot time, which clock corrections shift a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  private final Path file;

  RunNote(Path directory, String child) {
    this.file = directory.resolve(child + ".pid");
  }

  void write(ProcessHandle process) {
    long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, process.pid() + " " + started + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }

  /** The child of an earlier run that is still alive. */
  Optional<ProcessHandle> leftover() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String[] words = Files.readString(file).strip().split(" ");
      long pid = Long.parseLong(words[0]);
      Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> startedAt(process, started));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant started) {
    return process
        .info()
        .startInstant()
        .map(actual -> Duration.between(actual, started).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
