package energy.liveone.lastuse;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notes uses to the minute, on another thread: most requests write nothing, and none waits. A note
 * that is lost, as in a crash, is made with the next use.
 */
@ApplicationScoped
public class LastUses {
  /** Uses that follow each other faster are one. */
  static final Duration GRAIN = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(LastUses.class.getName());
  private static final int MAX_UNDER_WAY = 1_000;

  private final Set<UsedThing> underWay = ConcurrentHashMap.newKeySet();

  @Inject private JpaLastUses stored;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  /**
   * Notes a use by the current request.
   *
   * @param before what is stored as its last use; null for none
   * @param address the network address that it came from; null when that is not kept
   */
  public void note(UsedThing thing, @Nullable Instant before, @Nullable String address) {
    Instant now = clock.instant();
    boolean isNews = before == null || !now.isBefore(before.plus(GRAIN));
    if (!isNews || underWay.size() >= MAX_UNDER_WAY || !underWay.add(thing)) {
      return;
    }
    try {
      executor.execute(() -> store(thing, now, address));
    } catch (RejectedExecutionException e) {
      underWay.remove(thing);
      LOG.log(Level.FINE, "No thread to note a use", e);
    }
  }

  private void store(UsedThing thing, Instant now, @Nullable String address) {
    try {
      stored.store(thing, now, address);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The last use of " + thing + " could not be noted", e);
    } finally {
      underWay.remove(thing);
    }
  }
}
