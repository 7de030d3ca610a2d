package energy.liveone.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How this node polls: {@code liveone.poll.enabled}, {@code liveone.poll.max-in-flight}, {@code
 * liveone.node} (a name that tells nodes apart, by default the process id).
 */
@ApplicationScoped
public class PollSettings {
  private final boolean enabled;
  private final int maxInFlight;
  private final String node;

  /** For the container's proxy. */
  protected PollSettings() {
    this(true, 1, Optional.empty());
  }

  @Inject
  PollSettings(
      @ConfigProperty(name = "liveone.poll.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "liveone.poll.max-in-flight", defaultValue = "2000") int maxInFlight,
      @ConfigProperty(name = "liveone.node") Optional<String> node) {
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("liveone.poll.max-in-flight is at least 1");
    }
    this.enabled = enabled;
    this.maxInFlight = maxInFlight;
    this.node = node.orElseGet(() -> "pid-" + ProcessHandle.current().pid());
  }

  /** Whether the schedule runs on this node; polls on demand always do. */
  boolean enabled() {
    return enabled;
  }

  /** Vendor calls in flight at once, all vendors together. */
  int maxInFlight() {
    return maxInFlight;
  }

  /** This node's name in claims. */
  String node() {
    return node;
  }
}
