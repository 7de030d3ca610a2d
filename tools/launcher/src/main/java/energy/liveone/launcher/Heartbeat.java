package energy.liveone.launcher;

import java.time.Duration;
import java.util.function.Consumer;

/** Says every 10 s that something slow goes on, and for how long already. */
final class Heartbeat {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final String what;
  private final Consumer<String> progress;
  private Deadline next = Deadline.after(INTERVAL);
  private long seconds;

  Heartbeat(String what, Consumer<String> progress) {
    this.what = what;
    this.progress = progress;
  }

  void beat() {
    if (next.isOver()) {
      seconds += INTERVAL.toSeconds();
      progress.accept(what + " (" + seconds + " s)");
      next = Deadline.after(INTERVAL);
    }
  }
}
