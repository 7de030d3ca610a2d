package energy.liveone.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something of a provider, kept for an hour; one caller fetches it while others wait for seconds.
 * After a failure nobody asks for some seconds, so that a provider that is down costs little. What
 * is too old is not used: a key that the provider withdrew must not work for longer.
 */
final class Cached<T> {
  private static final Duration FRESH_FOR = Duration.ofHours(1);
  private static final Duration RENEWED_AT_MOST_EVERY = Duration.ofMinutes(1);
  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<T> source;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Kept<T> kept;
  private volatile @Nullable Failed failed;

  private record Kept<T>(T value, Instant since) {}

  private record Failed(String message, Instant at) {}

  Cached(Supplier<T> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * The value.
   *
   * @throws ProviderUnreachable when there is none
   */
  T get() {
    return atMost(FRESH_FOR);
  }

  /** The value, fetched once more unless that was just done. */
  T renewed() {
    return atMost(RENEWED_AT_MOST_EVERY);
  }

  private T atMost(Duration age) {
    Kept<T> before = kept;
    if (isYounger(before, age)) {
      return before.value();
    }
    if (!isLocked()) {
      throw new ProviderUnreachable("Others wait for it already");
    }
    try {
      Kept<T> now = kept;
      return isYounger(now, age) ? now.value() : fetch();
    } finally {
      lock.unlock();
    }
  }

  private boolean isYounger(@Nullable Kept<T> value, Duration age) {
    return value != null && clock.instant().isBefore(value.since().plus(age));
  }

  private T fetch() {
    Instant now = clock.instant();
    Failed last = failed;
    if (last != null && now.isBefore(last.at().plus(REST_AFTER_FAILURE))) {
      throw new ProviderUnreachable(last.message());
    }
    try {
      T value = source.get();
      kept = new Kept<>(value, now);
      failed = null;
      return value;
    } catch (ProviderUnreachable e) {
      failed = new Failed(String.valueOf(e.getMessage()), clock.instant());
      throw e;
    }
  }

  private boolean isLocked() {
    try {
      return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
