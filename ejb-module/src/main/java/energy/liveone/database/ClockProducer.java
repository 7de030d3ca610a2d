package energy.liveone.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that reads the machine's clock; everything else has it injected. */
@ApplicationScoped
public class ClockProducer {
  /** UTC. */
  @Produces
  public Clock clock() {
    return Clock.systemUTC();
  }
}
