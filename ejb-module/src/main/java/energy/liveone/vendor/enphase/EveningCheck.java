package energy.liveone.vendor.enphase;

import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.StandardPoint;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Whether the evening of yesterday is complete, as it was when it was last read: of the 72
 * intervals that end from 18:00 to 23:55, four in five must have come. Gateways may be offline in
 * the evening and deliver in the night.
 */
final class EveningCheck {
  private static final LocalTime FROM = LocalTime.of(18, 0);
  private static final LocalTime TO = LocalTime.of(23, 55);
  private static final int EXPECTED = 72;
  private static final int ENOUGH_PERCENT = 80;
  private static final String NOTE = "evening";
  private static final Duration VENDORS_DAY = Duration.ofDays(1);

  private final VendorSystem system;
  private final LocalDate yesterday;
  private final boolean night;

  EveningCheck(VendorSystem system, Instant now) {
    ZonedDateTime local = now.atZone(system.zone());
    this.system = system;
    this.yesterday = local.toLocalDate().minusDays(1);
    this.night =
        local.getHour() >= EnphaseRhythm.NIGHT_FROM_HOUR
            && local.getHour() <= EnphaseRhythm.NIGHT_TO_HOUR;
  }

  /** Whether it is the time at which yesterday, and not today, is read. */
  boolean isNight() {
    return night;
  }

  /** Whether yesterday has to be read, or read again. */
  boolean isDue(PollMemory memory) {
    return night && !memory.text(NOTE).map(this::isComplete).orElse(false);
  }

  private boolean isComplete(String note) {
    return note.equals(yesterday + " complete");
  }

  /** Notes what was read of yesterday. */
  void note(List<IntervalReading> readings, PollMemory memory) {
    long came =
        readings.stream()
            .filter(reading -> reading.point().equals(StandardPoint.SOLAR_W.key()))
            .map(IntervalReading::end)
            .filter(this::isEvening)
            .count();
    boolean complete = came * 100 >= (long) EXPECTED * ENOUGH_PERCENT;
    memory.note(NOTE, yesterday + (complete ? " complete" : " " + came + " of " + EXPECTED));
  }

  private boolean isEvening(Instant end) {
    ZonedDateTime local = end.atZone(system.zone());
    return local.toLocalDate().equals(yesterday)
        && !local.toLocalTime().isBefore(FROM)
        && !local.toLocalTime().isAfter(TO);
  }

  /**
   * Start of yesterday, or an hour later where it had 25: the vendor tells 24 hours in one call,
   * and the early ones were read by day.
   */
  Instant from() {
    Instant start = yesterday.atStartOfDay(system.zone()).toInstant();
    Instant latest = to().minus(VENDORS_DAY);
    return start.isBefore(latest) ? latest : start;
  }

  /** End of yesterday. */
  Instant to() {
    return yesterday.plusDays(1).atStartOfDay(system.zone()).toInstant();
  }
}
