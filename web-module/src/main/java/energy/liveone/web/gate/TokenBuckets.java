package energy.liveone.web.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets by key, in bounded memory. A bucket that nobody has touched for as long as it takes
 * to fill is as good as a new one, so the buckets live in two generations, and the older one is
 * dropped whole. Beyond {@link #MAX_KEYS} in one generation new keys share one bucket.
 *
 * <p>For any number of threads; takes well under a microsecond.
 */
final class TokenBuckets {
  static final int MAX_KEYS = 50_000;
  private static final String ALL_OTHERS = "";
  private static final long NEVER = Long.MIN_VALUE / 2;
  private static final double MILLIS = 1_000;

  private final double perSecond;
  private final double burst;
  private final long generationMillis;
  private volatile Generations generations =
      new Generations(NEVER, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

  private record Bucket(double tokens, long atMillis, boolean granted) {}

  private record Generations(
      long sinceMillis,
      ConcurrentMap<String, Bucket> present,
      ConcurrentMap<String, Bucket> previous) {}

  /**
   * @param perSecond how many requests a second go on for good; 0 for no limit
   * @param burstSeconds after a pause, so many seconds' worth go at once
   */
  TokenBuckets(double perSecond, int burstSeconds) {
    this.perSecond = perSecond;
    this.burst = perSecond * burstSeconds;
    this.generationMillis = Duration.ofSeconds(burstSeconds).toMillis();
  }

  /** Takes one; when there is none left, says in how long there will be. */
  Optional<Duration> take(String key, long nowMillis) {
    if (perSecond <= 0) {
      return Optional.empty();
    }
    Generations now = generationsAt(nowMillis);
    boolean isFull = now.present().size() >= MAX_KEYS && !now.present().containsKey(key);
    String counted = isFull ? ALL_OTHERS : key;
    Bucket bucket =
        now.present()
            .compute(
                counted,
                (k, old) -> next(old == null ? now.previous().get(counted) : old, nowMillis));
    return bucket.granted()
        ? Optional.empty()
        : Optional.of(
            Duration.ofMillis((long) Math.ceil((1 - bucket.tokens()) / perSecond * MILLIS)));
  }

  private Bucket next(@Nullable Bucket old, long nowMillis) {
    double tokens = burst;
    if (old != null) {
      // A clock that was set back refills nothing.
      double passed = Math.max(0, nowMillis - old.atMillis());
      tokens = Math.min(burst, old.tokens() + passed / MILLIS * perSecond);
    }
    return tokens >= 1
        ? new Bucket(tokens - 1, nowMillis, true)
        : new Bucket(tokens, nowMillis, false);
  }

  private Generations generationsAt(long nowMillis) {
    Generations known = generations;
    return isPresent(known, nowMillis) ? known : renewed(nowMillis);
  }

  private synchronized Generations renewed(long nowMillis) {
    if (!isPresent(generations, nowMillis)) {
      generations = new Generations(nowMillis, new ConcurrentHashMap<>(), generations.present());
    }
    return generations;
  }

  private boolean isPresent(Generations known, long nowMillis) {
    return Math.abs(nowMillis - known.sinceMillis()) < generationMillis;
  }

  /** How many keys are remembered. */
  int size() {
    return generations.present().size() + generations.previous().size();
  }
}
