package energy.liveone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process. */
final class CpuTime {
  private static final double TICKS_PER_SECOND = 100;
  private static final double PAGE_BYTES = 4_096;

  private CpuTime() {}

  /** User and system seconds of all threads so far. */
  static double seconds(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND;
  }

  static double residentBytes(long pid) {
    return Double.parseDouble(read(pid, "statm").split(" ")[1]) * PAGE_BYTES;
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException("This needs Linux's /proc", e);
    }
  }
}
