package energy.liveone.simulator.amber;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The electricity market's time: UTC+10 all year. A day is {@code (00:00, 24:00]}. */
final class NemTime {

  static final ZoneOffset OFFSET = ZoneOffset.ofHours(10);

  private NemTime() {}

  /** The day that an interval belongs to, by its end. */
  static LocalDate dayOfEnd(Instant end) {
    return LocalDate.ofInstant(end.minusSeconds(1), OFFSET);
  }

  /** The day that goes on at an instant. */
  static LocalDate dayAt(Instant now) {
    return LocalDate.ofInstant(now, OFFSET);
  }

  /** The exclusive start of a day. */
  static Instant startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(OFFSET);
  }

  /** Hours since the midnight before, 0 to 24. */
  static double hourOfDay(Instant instant) {
    return OffsetDateTime.ofInstant(instant, OFFSET).toLocalTime().toSecondOfDay() / 3_600.0;
  }
}
