package energy.liveone.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long share links work at most ({@code liveone.sharing.longest-link}, a year by default) and
 * how long invitations wait ({@code liveone.sharing.invitation}, a week).
 */
@ApplicationScoped
public class SharingSettings {
  private final Duration longestLink;
  private final Duration invitation;

  @Inject
  public SharingSettings(
      @ConfigProperty(name = "liveone.sharing.longest-link", defaultValue = "P365D")
          Duration longestLink,
      @ConfigProperty(name = "liveone.sharing.invitation", defaultValue = "P7D")
          Duration invitation) {
    if (longestLink.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("liveone.sharing.longest-link is at least a day");
    }
    if (invitation.isNegative() || invitation.isZero()) {
      throw new IllegalArgumentException("liveone.sharing.invitation is a time to wait");
    }
    this.longestLink = longestLink;
    this.invitation = invitation;
  }

  /** For the container's proxies. */
  protected SharingSettings() {
    this(Duration.ofDays(1), Duration.ofDays(1));
  }

  /** The longest lifetime of new links. */
  public Duration longestLink() {
    return longestLink;
  }

  /** How long an invitation waits. */
  public Duration invitation() {
    return invitation;
  }
}
