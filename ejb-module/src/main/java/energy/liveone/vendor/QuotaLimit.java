package energy.liveone.vendor;

import java.time.Duration;

/**
 * How many calls a vendor allows, for whom and in which time.
 *
 * @param scope who shares it
 * @param calls at most so many within the window; at least 1
 * @param window length of the window; it rolls, because vendors rarely say where theirs begins
 * @param calendarMonth whether the window is the calendar month in UTC instead; {@code window} is
 *     then the longest month
 * @param reservedShare part of the calls that the schedule leaves to forced polls, back-fill and
 *     mistakes, 0 to 1
 */
public record QuotaLimit(
    Scope scope, int calls, Duration window, boolean calendarMonth, double reservedShare) {
  /** Who shares a limit. */
  public enum Scope {
    /** All users of this installation: the operator's key. */
    APPLICATION,
    /** All sites that one credential reaches. */
    CREDENTIAL,
    /** One site, whoever asks. */
    SITE
  }

  public QuotaLimit {
    if (calls < 1 || window.compareTo(Duration.ofSeconds(1)) < 0 || !(reservedShare >= 0)) {
      throw new IllegalArgumentException("Not a limit");
    }
    if (reservedShare >= 1) {
      throw new IllegalArgumentException("A limit that is all reserve");
    }
  }

  /** A limit over a window that rolls. */
  public static QuotaLimit rolling(Scope scope, int calls, Duration window, double reserved) {
    return new QuotaLimit(scope, calls, window, false, reserved);
  }

  /** A limit for each calendar month. */
  public static QuotaLimit monthly(Scope scope, int calls, double reserved) {
    return new QuotaLimit(scope, calls, Duration.ofDays(31), true, reserved);
  }
}
