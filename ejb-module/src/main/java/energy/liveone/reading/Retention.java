package energy.liveone.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long things are kept: {@code liveone.retention.raw} and {@code liveone.retention.sessions}.
 * Aggregates stay for good.
 */
@ApplicationScoped
public class Retention {
  private static final Duration LEAST_RAW = Duration.ofDays(2);
  private static final Duration LEAST_SESSIONS = Duration.ofDays(1);

  private final Duration raw;
  private final Duration sessions;

  /** For the container's proxy. */
  protected Retention() {
    this(Duration.ofDays(90), Duration.ofDays(14));
  }

  @Inject
  Retention(
      @ConfigProperty(name = "liveone.retention.raw", defaultValue = "P90D") Duration raw,
      @ConfigProperty(name = "liveone.retention.sessions", defaultValue = "P14D")
          Duration sessions) {
    if (raw.compareTo(LEAST_RAW) < 0 || sessions.compareTo(LEAST_SESSIONS) < 0) {
      throw new IllegalArgumentException(
          "liveone.retention.raw is at least P2D, liveone.retention.sessions at least P1D");
    }
    this.raw = raw;
    this.sessions = sessions;
  }

  /** Raw readings and quarantined ones. */
  public Duration raw() {
    return raw;
  }

  /** The log of attempts. */
  public Duration sessions() {
    return sessions;
  }
}
