package energy.liveone.reading;

import energy.liveone.reading.JpaLedgers.DirtyDay;
import energy.liveone.reading.WriteBuffer.DayOf;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Spares a ledger row per poll: a day that is still running was marked with its first row, and
 * nobody clears the mark of a running day. A finished day is marked with every write, since its
 * daily rows may exist by now.
 */
@ApplicationScoped
public class DayMarks {
  private final ConcurrentMap<Integer, LocalDate> running = new ConcurrentHashMap<>();

  /** The days that need a mark. */
  List<DirtyDay> unmarked(List<DayOf> days, Instant now) {
    long nowSecond = now.getEpochSecond();
    return days.stream()
        .filter(
            day ->
                day.day().end() <= nowSecond || !day.day().date().equals(running.get(day.system())))
        .map(day -> new DirtyDay(day.system(), day.day().date()))
        .distinct()
        .toList();
  }

  /** Remembers marks whose transaction was committed. */
  void keep(Collection<DayOf> days) {
    days.forEach(
        day -> running.merge(day.system(), day.day().date(), (a, b) -> a.isAfter(b) ? a : b));
  }
}
