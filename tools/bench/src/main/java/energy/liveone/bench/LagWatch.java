package energy.liveone.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees each system's newest reading appear: how long after its device time it is committed and
 * visible. Looks several times a second, so a lag is at most that much too long.
 */
final class LagWatch implements AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 250;

  private final Sql sql;
  private final Measured lagSeconds = new Measured();
  private final Map<Integer, Long> newest = new HashMap<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Thread watcher = new Thread(this::watch, "lag-watch");

  LagWatch(Sql sql) {
    this.sql = sql;
    watcher.setDaemon(true);
    watcher.start();
  }

  private record Seen(int system, long time) {}

  private void watch() {
    while (!ended.get()) {
      long start = System.nanoTime();
      look();
      long spent = (System.nanoTime() - start) / 1_000_000;
      // Watching thousands of systems must not become the load itself.
      Pause.millis(Math.max(LOOK_EVERY_MILLIS - spent, 4 * spent));
    }
  }

  private void look() {
    var rows =
        sql.list(
            "SELECT system_id, newest_t FROM system_latest",
            row -> new Seen(row.getInt(1), row.getLong(2)));
    double now = System.currentTimeMillis() / 1e3;
    for (Seen seen : rows) {
      Long before = newest.put(seen.system(), seen.time());
      if (before != null && before != seen.time()) {
        lagSeconds.add(now - seen.time());
      }
    }
  }

  /** All lags seen; only after {@link #close}. */
  Measured lags() {
    return lagSeconds;
  }

  @Override
  public void close() {
    ended.set(true);
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
