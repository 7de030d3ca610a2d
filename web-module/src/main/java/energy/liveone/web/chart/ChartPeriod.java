package energy.liveone.web.chart;

import energy.liveone.history.HistoryWindow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of time a chart shows, and how finely; {@code period.js} has the same rules.
 *
 * @param endOrNull where a rolling range ends; null for now
 * @param onOrNull a day of a range of the calendar; null for today
 * @param step one that the range has
 */
public record ChartPeriod(
    ChartRange range, @Nullable Instant endOrNull, @Nullable LocalDate onOrNull, ChartStep step) {
  private static final long EARLIEST = 86_400L * 366;
  private static final long LATEST = 4_000_000_000L;
  private static final LocalDate FIRST_DAY = LocalDate.of(1971, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2096, 1, 1);

  /**
   * What an address says of a period.
   *
   * @param end in epoch seconds
   * @param on as {@code YYYY-MM-DD}
   */
  public record Wanted(
      @Nullable String range, @Nullable String end, @Nullable String on, @Nullable String step) {
    /** Nothing. */
    public static final Wanted NOTHING = new Wanted(null, null, null, null);
  }

  /** What an address asks for; what it says wrongly counts as not said. */
  public static ChartPeriod of(Wanted wanted) {
    ChartRange range =
        Optional.ofNullable(wanted.range())
            .flatMap(ChartRange::ofWireName)
            .orElse(ChartRange.ONE_DAY);
    boolean isRolling = range.rolling().isPresent();
    return new ChartPeriod(
        range,
        isRolling && wanted.end() != null ? endOf(wanted.end()) : null,
        !isRolling && wanted.on() != null ? dateOf(wanted.on()) : null,
        Optional.ofNullable(wanted.step())
            .flatMap(ChartStep::ofWireName)
            .filter(range.steps()::contains)
            .orElse(range.steps().get(0)));
  }

  private static @Nullable Instant endOf(String text) {
    if (!text.matches("[0-9]{1,10}")) {
      return null;
    }
    long seconds = Long.parseLong(text);
    return seconds < EARLIEST || seconds > LATEST ? null : Instant.ofEpochSecond(seconds);
  }

  private static @Nullable LocalDate dateOf(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      return date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY) ? null : date;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether it is the one that is running now. */
  public boolean isLive() {
    return endOrNull == null && onOrNull == null;
  }

  /** The time of it, in days of the site's zone where it has days. */
  public HistoryWindow window(Instant now, ZoneId zone, DayOfWeek weekStart) {
    if (range.rolling().isEmpty()) {
      LocalDate on = onOrNull == null ? now.atZone(zone).toLocalDate() : onOrNull;
      return calendar(on, zone, weekStart);
    }
    if (endOrNull == null) {
      return HistoryWindow.of(range.rolling().get(), now);
    }
    Instant end = endOrNull;
    long days = range.rolling().get().length().toDays();
    return switch (range) {
      case HOUR, SIX_HOURS -> HistoryWindow.between(end.minus(range.rolling().get().length()), end);
      case THIRTY_DAYS, ONE_YEAR -> {
        LocalDate last = end.minusSeconds(1).atZone(zone).toLocalDate();
        yield days(last.minusDays(days - 1), last.plusDays(1), zone);
      }
      case ONE_DAY, SEVEN_DAYS, DAY, WEEK, MONTH, YEAR ->
          HistoryWindow.between(end.atZone(zone).minusDays(days).toInstant(), end);
    };
  }

  private HistoryWindow calendar(LocalDate on, ZoneId zone, DayOfWeek weekStart) {
    LocalDate month = on.withDayOfMonth(1);
    LocalDate week = on.with(TemporalAdjusters.previousOrSame(weekStart));
    LocalDate year = on.withDayOfYear(1);
    return switch (range) {
      case WEEK -> days(week, week.plusDays(7), zone);
      case MONTH -> days(month, month.plusMonths(1), zone);
      case YEAR -> days(year, year.plusYears(1), zone);
      case HOUR, SIX_HOURS, ONE_DAY, SEVEN_DAYS, THIRTY_DAYS, ONE_YEAR, DAY ->
          days(on, on.plusDays(1), zone);
    };
  }

  private static HistoryWindow days(LocalDate first, LocalDate after, ZoneId zone) {
    return HistoryWindow.between(
        first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
  }
}
