package energy.liveone.history;

import energy.liveone.system.SystemStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The status lamp of a system. Until its vendor must have been heard of again it is green: a minute
 * for most, a night for some. From then on the usual limits hold: 4 more minutes are green, 14
 * yellow. For a vendor that is heard every minute that makes 5 and 15.
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
   * @param silentUntil until when hearing nothing newer means nothing; ignored without a newest
   */
  public static SystemHealth of(
      SystemStatus status, @Nullable Instant newest, Instant silentUntil, Instant now) {
    if (status == SystemStatus.ERROR) {
      return RED;
    }
    if (status == SystemStatus.PAUSED || newest == null) {
      return YELLOW;
    }
    Duration age = Duration.between(silentUntil, now).plus(USUAL_CADENCE);
    if (age.compareTo(GREEN_UP_TO) < 0) {
      return GREEN;
    }
    return age.compareTo(YELLOW_UP_TO) <= 0 ? YELLOW : RED;
  }
}
