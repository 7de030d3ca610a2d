package energy.liveone.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long tokens may work: at most {@code liveone.tokens.longest-lifetime}, a year by default. */
@ApplicationScoped
public class TokenSettings {
  private final Duration longest;

  @Inject
  public TokenSettings(
      @ConfigProperty(name = "liveone.tokens.longest-lifetime", defaultValue = "P365D")
          Duration longest) {
    if (longest.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("liveone.tokens.longest-lifetime is at least a day");
    }
    this.longest = longest;
  }

  /** For the container's proxies. */
  protected TokenSettings() {
    this(Duration.ofDays(1));
  }

  /** The longest lifetime of new tokens. */
  public Duration longest() {
    return longest;
  }
}
