package energy.liveone.web.chart;

import energy.liveone.history.HistoryWindow;
import energy.liveone.history.RangeName;
import energy.liveone.history.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of time a chart shows; {@code period.js} has the same rules.
 *
 * @param range how long
 * @param endOrNull where it ends; null for now
 */
public record ChartPeriod(RangeName range, @Nullable Instant endOrNull) {
  private static final Set<RangeName> OFFERED =
      Set.of(RangeName.HOUR, RangeName.SIX_HOURS, RangeName.DAY, RangeName.WEEK, RangeName.MONTH);
  private static final long EARLIEST = 86_400L * 366;
  private static final long LATEST = 4_000_000_000L;

  /** What an address asks for; what it says wrongly counts as not said. */
  public static ChartPeriod of(@Nullable String range, @Nullable String end) {
    return new ChartPeriod(
        Optional.ofNullable(range)
            .flatMap(RangeName::ofWireName)
            .filter(OFFERED::contains)
            .orElse(RangeName.DAY),
        end == null ? null : endOf(end));
  }

  private static @Nullable Instant endOf(String text) {
    if (!text.matches("[0-9]{1,10}")) {
      return null;
    }
    long seconds = Long.parseLong(text);
    return seconds < EARLIEST || seconds > LATEST ? null : Instant.ofEpochSecond(seconds);
  }

  /** How finely it is drawn. */
  public Resolution resolution() {
    return switch (range) {
      case HOUR, SIX_HOURS -> Resolution.RAW;
      case DAY -> Resolution.FIVE_MINUTES;
      case WEEK -> Resolution.HALF_HOURS;
      case MONTH, YEAR -> Resolution.DAILY;
    };
  }

  /** The time of it, in days of the site's zone where it has days. */
  public HistoryWindow window(Instant now, ZoneId zone) {
    if (endOrNull == null) {
      return HistoryWindow.of(range, now);
    }
    Instant end = endOrNull;
    return switch (range) {
      case HOUR, SIX_HOURS -> HistoryWindow.between(end.minus(range.length()), end);
      case DAY, WEEK, YEAR -> HistoryWindow.between(daysBefore(end, zone), end);
      case MONTH -> {
        LocalDate last = end.minusSeconds(1).atZone(zone).toLocalDate();
        yield HistoryWindow.between(
            last.minusDays(range.length().toDays() - 1).atStartOfDay(zone).toInstant(),
            last.plusDays(1).atStartOfDay(zone).toInstant());
      }
    };
  }

  private Instant daysBefore(Instant end, ZoneId zone) {
    return end.atZone(zone).minusDays(range.length().toDays()).toInstant();
  }
}
