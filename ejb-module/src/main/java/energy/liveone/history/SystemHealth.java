package energy.liveone.history;

import energy.liveone.system.SystemStatus;
import energy.liveone.vendor.PollPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The status lamp of a system. Up to 5 minutes without data are green and up to 15 yellow for a
 * vendor that is heard every minute; a slower vendor gets the difference on top.
 */
public enum SystemHealth {
  GREEN,
  YELLOW,
  RED;

  private static final Duration GREEN_UP_TO = Duration.ofMinutes(5);
  private static final Duration YELLOW_UP_TO = Duration.ofMinutes(15);
  private static final Duration USUAL_CADENCE = Duration.ofMinutes(1);

  /** The name in API shapes and style sheets. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The lamp of a system.
   *
   * @param newest device time of the newest reading; null when there never was one, which is yellow
   *     because there is nothing to blame yet
   * @param policy how often its vendor has something new
   */
  public static SystemHealth of(
      SystemStatus status, @Nullable Instant newest, PollPolicy policy, Instant now) {
    if (status == SystemStatus.ERROR) {
      return RED;
    }
    if (status == SystemStatus.PAUSED || newest == null) {
      return YELLOW;
    }
    Duration allowance = policy.cadence().minus(USUAL_CADENCE);
    Duration age = Duration.between(newest, now);
    if (allowance.compareTo(Duration.ZERO) > 0) {
      age = age.minus(allowance);
    }
    if (age.compareTo(GREEN_UP_TO) < 0) {
      return GREEN;
    }
    return age.compareTo(YELLOW_UP_TO) <= 0 ? YELLOW : RED;
  }
}
