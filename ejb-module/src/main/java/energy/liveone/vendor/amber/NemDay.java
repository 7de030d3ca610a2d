package energy.liveone.vendor.amber;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days of the National Electricity Market: {@code (00:00, 24:00]} at UTC+10, without daylight
 * saving and whatever the zone of the site.
 */
final class NemDay {
  static final ZoneOffset OFFSET = ZoneOffset.ofHours(10);
  static final Duration LENGTH = Duration.ofDays(1);

  private NemDay() {}

  /** The day to which an interval with this end belongs; midnight ends the day before it. */
  static LocalDate ofEnd(Instant end) {
    return LocalDate.ofInstant(end.minusNanos(1), OFFSET);
  }

  /** The day of the first interval after this time. */
  static LocalDate after(Instant time) {
    return LocalDate.ofInstant(time, OFFSET);
  }
}
