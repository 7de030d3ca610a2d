package energy.liveone.polling;

import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How fast one device may push, on this node: a burst of 120, then one a second, so that a spool of
 * an outage is replayed in minutes while a device gone wild costs little. An assumption; change it
 * here.
 */
@ApplicationScoped
public class PushRate {
  private static final int BURST = 120;
  private static final Duration REFILL = Duration.ofSeconds(1);

  private final ConcurrentMap<SystemId, Bucket> buckets = new ConcurrentHashMap<>();
  private final Clock clock;

  /** For the container's proxy. */
  protected PushRate() {
    this(Clock.systemUTC());
  }

  @Inject
  PushRate(Clock clock) {
    this.clock = clock;
  }

  private record Bucket(double tokens, long atMillis, boolean granted) {}

  /** Counts a push; when it is one too many, says how long to wait. */
  Optional<Duration> exceeded(SystemId system) {
    long now = clock.millis();
    Bucket bucket = buckets.compute(system, (id, old) -> take(old, now));
    return bucket.granted() ? Optional.empty() : Optional.of(REFILL);
  }

  private static Bucket take(@Nullable Bucket old, long now) {
    double refilled =
        old == null
            ? BURST
            : Math.min(BURST, old.tokens() + (now - old.atMillis()) / (double) REFILL.toMillis());
    return refilled >= 1 ? new Bucket(refilled - 1, now, true) : new Bucket(refilled, now, false);
  }
}
