package energy.liveone.polling;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * A circuit breaker for each vendor, on this node: when four of five of its last calls failed for a
 * reason that is the vendor's, nobody is sent there until a few probes succeed. What an owner has
 * to mend, what is known to pass, such as a maintenance window, and our own faults say nothing of
 * the vendor and count neither way.
 */
@ApplicationScoped
public class VendorCircuits {
  private static final Logger LOG = Logger.getLogger(VendorCircuits.class.getName());
  private static final float FAILING_PERCENT = 80;
  private static final int CALLS = 50;
  private static final int TELLING_CALLS = 20;
  private static final int PROBES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Clock clock;
  private final ConcurrentMap<VendorType, CircuitBreaker> circuits = new ConcurrentHashMap<>();

  @Inject
  VendorCircuits(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected VendorCircuits() {
    this(null);
  }

  /**
   * How a vendor's circuit stands.
   *
   * @param name {@code closed} while calls are made, {@code open} while none are, {@code half_open}
   *     while it is probed
   * @param failedPercent of the last calls; empty while there are too few to tell
   */
  public record State(VendorType vendor, String name, Optional<Integer> failedPercent) {}

  /**
   * Whether the vendor may be called now. When true, the call must be told to {@link #record}, or
   * to {@link #withdraw} if it is not made.
   */
  public boolean permits(VendorType vendor) {
    return circuit(vendor).tryAcquirePermission();
  }

  /** A permitted call that is not made. */
  public void withdraw(VendorType vendor) {
    circuit(vendor).releasePermission();
  }

  /** What came of a permitted call. */
  public void record(VendorType vendor, FetchResult result, Duration duration) {
    CircuitBreaker circuit = circuit(vendor);
    long millis = Math.max(0, duration.toMillis());
    Optional<Failure> failure =
        result.fold(
            fetched -> Optional.empty(),
            nothing -> Optional.empty(),
            failed -> Optional.of(failed.failure()));
    if (failure.isEmpty()) {
      circuit.onSuccess(millis, TimeUnit.MILLISECONDS);
    } else if (blamesVendor(failure.get())) {
      circuit.onError(millis, TimeUnit.MILLISECONDS, new VendorFailed(failure.get().code()));
    } else {
      circuit.releasePermission();
    }
  }

  /** All vendors that were called since the node started. */
  public List<State> states() {
    SortedMap<VendorType, CircuitBreaker> sorted = new TreeMap<>(circuits);
    return sorted.entrySet().stream()
        .map(entry -> stateOf(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static State stateOf(VendorType vendor, CircuitBreaker circuit) {
    float percent = circuit.getMetrics().getFailureRate();
    return new State(
        vendor,
        circuit.getState().name().toLowerCase(Locale.ROOT),
        percent < 0 ? Optional.empty() : Optional.of(Math.round(percent)));
  }

  private static boolean blamesVendor(Failure failure) {
    FailureCode code = failure.code();
    return !failure.expected()
        && (code == FailureCode.VENDOR_UNAVAILABLE
            || code == FailureCode.TIMEOUT
            || code == FailureCode.BAD_RESPONSE);
  }

  private CircuitBreaker circuit(VendorType vendor) {
    return circuits.computeIfAbsent(vendor, this::closed);
  }

  private CircuitBreaker closed(VendorType vendor) {
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(CALLS)
            .minimumNumberOfCalls(TELLING_CALLS)
            .failureRateThreshold(FAILING_PERCENT)
            .permittedNumberOfCallsInHalfOpenState(PROBES)
            .waitIntervalFunctionInOpenState(
                IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2, LONGEST_PAUSE))
            .clock(clock)
            .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
            .build();
    CircuitBreaker circuit = CircuitBreaker.of(vendor.value(), config);
    circuit
        .getEventPublisher()
        .onStateTransition(
            event ->
                LOG.warning(
                    () ->
                        "Calls to %s: %s"
                            .formatted(vendor, event.getStateTransition().getToState())));
    return circuit;
  }

  /** What the breaker is told in place of an exception that nobody threw. */
  private static final class VendorFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VendorFailed(FailureCode code) {
      super(code.name(), null, false, false);
    }
  }
}
