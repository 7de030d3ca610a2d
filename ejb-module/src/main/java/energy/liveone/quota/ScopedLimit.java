package energy.liveone.quota;

import energy.liveone.vendor.QuotaLimit;
import java.util.Comparator;
import java.util.Locale;

/**
 * One limit of one application, account or site.
 *
 * @param key who shares it
 */
public record ScopedLimit(ScopeKey key, QuotaLimit limit) {
  /** By scope, then by window. */
  static final Comparator<ScopedLimit> ORDER =
      Comparator.comparing(ScopedLimit::key).thenComparing(ScopedLimit::windowSeconds);

  /** Tells the limits of one scope apart: the window in seconds, 0 for the calendar month. */
  int windowSeconds() {
    return limit.calendarMonth() ? 0 : Math.toIntExact(limit.window().toSeconds());
  }

  /** The scope as stored and in API shapes. */
  public String scopeName() {
    return limit.scope().name().toLowerCase(Locale.ROOT);
  }
}
