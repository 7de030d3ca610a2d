package energy.liveone.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Bounds the processor time that checking passwords takes on this node, because hashing is
 * expensive on purpose. One check runs at a time for those who are known at their address and one
 * for all others, so that a flood of strangers keeps no acquaintance out. While others queue, each
 * stranger's check is followed by a pause of its own length: a flood gets half a processor.
 */
@ApplicationScoped
public class HashingPlaces {
  private static final int MAX_WAITING = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore acquaintances = new Semaphore(1, true);
  private final Semaphore strangers = new Semaphore(1, true);

  /**
   * Does the work when there is a place for it soon.
   *
   * @return what the work returned; empty when it was not done
   */
  public <T> Optional<T> use(boolean isKnown, Supplier<T> work) {
    Semaphore place = isKnown ? acquaintances : strangers;
    if (place.getQueueLength() >= MAX_WAITING || !isTaken(place)) {
      return Optional.empty();
    }
    long began = System.nanoTime();
    try {
      return Optional.of(work.get());
    } finally {
      if (!isKnown && place.hasQueuedThreads()) {
        LockSupport.parkNanos(System.nanoTime() - began);
      }
      place.release();
    }
  }

  int waitingStrangers() {
    return strangers.getQueueLength();
  }

  private static boolean isTaken(Semaphore place) {
    try {
      return place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
