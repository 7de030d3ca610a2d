package energy.liveone.history;

import java.time.Duration;

/** Which resolution suits a window, and which would be too much. */
public final class ResolutionChoice {
  private static final Duration RAW_UP_TO = Duration.ofHours(6);
  private static final Duration FIVE_MINUTES_UP_TO = Duration.ofHours(24);

  /** Values of one answer; more than that no chart can draw and no client wants. */
  static final int MAX_VALUES = 1_500_000;

  /** The densest raw data that a vendor delivers, for the estimate. */
  private static final int RAW_SECONDS = 30;

  private ResolutionChoice() {}

  /** Raw up to 6 hours, 5 minutes up to 24 hours, days beyond. */
  public static Resolution suiting(HistoryWindow window) {
    if (window.length().compareTo(RAW_UP_TO) <= 0) {
      return Resolution.RAW;
    }
    return window.length().compareTo(FIVE_MINUTES_UP_TO) <= 0
        ? Resolution.FIVE_MINUTES
        : Resolution.DAILY;
  }

  /** Whether the answer to this query stays within bounds. */
  public static boolean isBearable(HistoryQuery query) {
    long rows = query.window().length().toSeconds() / stepSeconds(query.resolution()) + 1;
    return rows * query.systems().size() * query.points().size() * query.fields().size()
        <= MAX_VALUES;
  }

  private static int stepSeconds(Resolution resolution) {
    return switch (resolution) {
      case RAW -> RAW_SECONDS;
      // Half hours and hours read the same rows as five minutes.
      case FIVE_MINUTES, HALF_HOURS, HOURS -> Resolution.FIVE_MINUTES.seconds();
      case DAILY -> 80_000;
    };
  }
}
