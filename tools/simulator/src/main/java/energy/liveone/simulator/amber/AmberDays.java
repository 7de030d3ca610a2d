package energy.liveone.simulator.amber;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days that a request names.
 *
 * @param from first day
 * @param to last day, at most a week from the first
 */
record AmberDays(LocalDate from, LocalDate to) {

  private static final int MAX_DAYS = 7;

  /** The days; empty when they make no sense. A day that is not named is {@code today}. */
  static Optional<AmberDays> of(Map<String, String> parameters, LocalDate today) {
    try {
      LocalDate from = day(parameters.get("startDate"), today);
      LocalDate to = day(parameters.get("endDate"), from.isAfter(today) ? from : today);
      boolean inOrder = !to.isBefore(from) && to.isBefore(from.plusDays(MAX_DAYS));
      return inOrder ? Optional.of(new AmberDays(from, to)) : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static LocalDate day(@Nullable String text, LocalDate usual) {
    return text == null ? usual : LocalDate.parse(text);
  }

  /**
   * The intervals of these days as far as the site and the horizon reach.
   *
   * @param horizon exclusive end of what can be told, a boundary of intervals
   */
  List<Interval> intervals(AmberSite site, int minutes, Instant horizon) {
    Instant begin = latest(NemTime.startOf(from), site.opened());
    Instant end = earliest(earliest(NemTime.startOf(to.plusDays(1)), site.closed()), horizon);
    return Interval.between(begin, end, minutes);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
