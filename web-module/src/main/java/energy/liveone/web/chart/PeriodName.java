package energy.liveone.web.chart;

import energy.liveone.web.live.SiteClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Calendar periods in words: "Sat 21 Nov 2026", "November 2026". */
public final class PeriodName {
  private PeriodName() {}

  /** The period from one midnight, exclusive, to another. */
  public static String of(ChartRange range, Instant from, Instant to, SiteClock clock) {
    return switch (range) {
      case MONTH -> written("LLLL uuuu", from, clock);
      case YEAR -> written("uuuu", from, clock);
      case DAY -> clock.date(from) + " " + written("uuuu", from, clock);
      case WEEK, HOUR, SIX_HOURS, ONE_DAY, SEVEN_DAYS, THIRTY_DAYS, ONE_YEAR ->
          clock.day(from) + " \u2013 " + clock.day(to.minusSeconds(1));
    };
  }

  private static String written(String pattern, Instant time, SiteClock clock) {
    return DateTimeFormatter.ofPattern(pattern, clock.texts().locale())
        .withZone(clock.zone())
        .format(time);
  }
}
