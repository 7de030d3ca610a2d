package energy.liveone.vendor;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears everything that is logged while a test runs, exceptions included. */
final class LogListener extends Handler {
  private static final Logger OURS = Logger.getLogger("energy.liveone");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  void begin() {
    setLevel(Level.ALL);
    OURS.setLevel(Level.ALL);
    OURS.addHandler(this);
  }

  void end() {
    OURS.removeHandler(this);
    OURS.setLevel(null);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord entry) {
    lines.add(entry.getMessage() + Arrays.toString(entry.getParameters()));
    for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
      lines.add(cause.toString());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
