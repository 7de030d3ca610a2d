package energy.liveone.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one place that reads the machine's clock; everything else has it injected.
 *
 * <p>{@code liveone.clock.offset}, an ISO-8601 duration, makes the product live in the past or the
 * future. It is meant for tests that jump over an outage, together with vendors that live in the
 * same time. Timers and leases go on by the machine's and the database's own clocks.
 */
@ApplicationScoped
public class ClockProducer {
  private final Duration offset;

  /** For the container's proxy. */
  protected ClockProducer() {
    this(Duration.ZERO);
  }

  /** A clock that differs by so much from the machine's. */
  @Inject
  public ClockProducer(
      @ConfigProperty(name = "liveone.clock.offset", defaultValue = "PT0S") Duration offset) {
    this.offset = offset;
  }

  /** UTC. */
  @Produces
  public Clock clock() {
    return Clock.offset(Clock.systemUTC(), offset);
  }
}
