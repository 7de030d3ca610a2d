package energy.liveone.gap;

import energy.liveone.aggregate.LocalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Consecutive local days.
 *
 * @param first first day
 * @param last last day, not before the first
 */
public record DayRange(LocalDate first, LocalDate last) {
  public DayRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("No days from " + first + " to " + last);
    }
  }

  /** How many. */
  public int days() {
    return Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1;
  }

  /** The time from midnight to midnight. */
  Stretch whole(ZoneId zone) {
    return new Stretch(LocalDay.of(first, zone).start(), LocalDay.of(last, zone).end());
  }

  /** The same time, until now at most; nothing when it has not begun. */
  List<Stretch> until(Instant now, ZoneId zone) {
    Stretch whole = whole(zone);
    long to = Math.min(whole.to(), now.getEpochSecond());
    return whole.from() < to ? List.of(new Stretch(whole.from(), to)) : List.of();
  }

  /**
   * The days that stretches touch, as few ranges as possible, the newest first: what people look at
   * comes back first.
   *
   * @param most days of one range
   */
  static List<DayRange> touchedBy(Collection<Stretch> stretches, ZoneId zone, int most) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (Stretch stretch : stretches) {
      LocalDate last = LocalDay.containing(stretch.to(), zone).date();
      LocalDay.containing(stretch.from() + 1, zone)
          .date()
          .datesUntil(last.plusDays(1))
          .forEach(days::add);
    }
    List<DayRange> ranges = new ArrayList<>();
    for (LocalDate day : days) {
      DayRange before = ranges.isEmpty() ? null : ranges.get(0);
      if (before != null && before.days() < most && before.last().plusDays(1).equals(day)) {
        ranges.set(0, new DayRange(before.first(), day));
      } else {
        ranges.add(0, new DayRange(day, day));
      }
    }
    return ranges;
  }
}
