package energy.liveone.web.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests one caller may send, in the memory of one node. Far above what pages and
 * well-behaved scripts need: against runaway loops and floods. Passwords, codes and pushes of
 * devices have narrower limits of their own.
 */
@ApplicationScoped
public class RateLimits {
  private static final int BURST_SECONDS = 10;
  private static final int DELICATE_BURST_SECONDS = 60;

  /** Where strangers hand in secrets or have mails sent. */
  private static final List<String> DELICATE =
      List.of(
          "/api/auth/sign-up",
          "/api/auth/forgot-password",
          "/api/auth/reset-password",
          "/api/auth/verify-email",
          "/sign-up",
          "/welcome",
          "/forgot-password",
          "/reset-password",
          "/verify-email");

  private final TokenBuckets addresses;
  private final TokenBuckets callers;
  private final TokenBuckets delicate;
  private final Clock clock;

  @Inject
  public RateLimits(
      @ConfigProperty(name = "liveone.rate.per-address", defaultValue = "200") int perAddress,
      @ConfigProperty(name = "liveone.rate.per-caller", defaultValue = "100") int perCaller,
      @ConfigProperty(name = "liveone.rate.delicate", defaultValue = "2") int delicate,
      Clock clock) {
    this.addresses = new TokenBuckets(perAddress, BURST_SECONDS);
    this.callers = new TokenBuckets(perCaller, BURST_SECONDS);
    this.delicate = new TokenBuckets(delicate, DELICATE_BURST_SECONDS);
    this.clock = clock;
  }

  /** For the container's proxies. */
  protected RateLimits() {
    this(0, 0, 0, Clock.systemUTC());
  }

  /** Makes wrong settings stop the start and not the first request. */
  void checkAtStart(@Observes @Initialized(ApplicationScoped.class) Object start) {}

  /**
   * Counts a request before anybody is looked up; says how long to wait when it is one too many.
   * Pushes of devices and health checks are not counted.
   *
   * @param network of the caller
   */
  public Optional<Duration> ofAddress(String network, String path, String method) {
    if (path.startsWith("/api/push/") || path.startsWith("/health")) {
      return Optional.empty();
    }
    long now = clock.millis();
    Optional<Duration> wait = addresses.take(network, now);
    boolean isDelicate = wait.isEmpty() && method.equals("POST") && isDelicate(path);
    return isDelicate ? delicate.take(network, now) : wait;
  }

  private static boolean isDelicate(String path) {
    return DELICATE.stream()
        .anyMatch(
            each ->
                path.startsWith(each)
                    && (path.length() == each.length()
                        || "/.".indexOf(path.charAt(each.length())) >= 0));
  }

  /**
   * Counts a request of somebody who is known; says how long to wait when it is one too many.
   *
   * @param caller tells accounts, tokens and links apart
   */
  public Optional<Duration> ofCaller(String caller) {
    return callers.take(caller, clock.millis());
  }
}
