package energy.liveone.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day between two local midnights, {@code (start, end]}: 23, 24 or 25 hours, in Lord Howe 23.5 or
 * 24.5. Where midnight does not exist the day begins at its first moment.
 *
 * @param date local date
 * @param start exclusive start, epoch seconds
 * @param end inclusive end, epoch seconds
 */
public record LocalDay(LocalDate date, long start, long end) {

  /** The day of this date in this zone. */
  public static LocalDay of(LocalDate date, ZoneId zone) {
    return new LocalDay(
        date,
        date.atStartOfDay(zone).toEpochSecond(),
        date.plusDays(1).atStartOfDay(zone).toEpochSecond());
  }

  /**
   * The day to which a sample, or an interval that ends at this time, belongs: midnight belongs to
   * the day just over.
   */
  public static LocalDay containing(long epochSecond, ZoneId zone) {
    return of(Instant.ofEpochSecond(epochSecond - 1).atZone(zone).toLocalDate(), zone);
  }

  /** Length in seconds. */
  public int seconds() {
    return (int) (end - start);
  }

  /** Number of 5-minute intervals: 276, 282, 288, 294 or 300. */
  public int slots() {
    return seconds() / FiveMinuteBucket.SECONDS;
  }

  /** Whether an interval that ends at this time belongs to the day. */
  public boolean contains(long epochSecond) {
    return epochSecond > start && epochSecond <= end;
  }
}
