package energy.liveone.quota;

import energy.liveone.vendor.QuotaLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Cuts a limit's time into slots, so that sixty numbers tell what a window holds. A rolling window
 * counts a slot until the whole of it is past, which errs by at most a sixtieth, on the safe side.
 */
final class SlotGrid {
  private static final int SLOTS = 60;
  private static final long DAY = 86_400;

  private final boolean calendarMonth;
  private final long window;
  private final long length;

  SlotGrid(QuotaLimit limit) {
    this.calendarMonth = limit.calendarMonth();
    this.window = limit.window().toSeconds();
    this.length = calendarMonth ? DAY : Math.max(1, window / SLOTS);
  }

  /** The slot of a time, by the epoch second of its start. */
  long slotOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), length) * length;
  }

  /** Whether a slot still counts at a time; slots of the future do. */
  boolean counts(long slot, Instant now) {
    return slot >= firstThatCounts(now);
  }

  /** The oldest slot that counts at a time. */
  long firstThatCounts(Instant now) {
    return calendarMonth
        ? monthStart(now).getEpochSecond()
        : Math.floorDiv(now.getEpochSecond() - window, length) * length;
  }

  /** When a slot no longer counts. */
  Instant freeAt(long slot) {
    if (calendarMonth) {
      return nextMonth(Instant.ofEpochSecond(slot));
    }
    return Instant.ofEpochSecond(slot + length + window);
  }

  static Instant monthStart(Instant time) {
    return firstOfMonth(time).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Instant nextMonth(Instant time) {
    return firstOfMonth(time).plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate firstOfMonth(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).withDayOfMonth(1);
  }
}
