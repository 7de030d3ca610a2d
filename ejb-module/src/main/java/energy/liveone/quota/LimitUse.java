package energy.liveone.quota;

import energy.liveone.vendor.QuotaLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was used of one limit, and what that leaves. The rules of the ledger, without the ledger.
 * Not safe for several threads.
 */
public final class LimitUse {
  /**
   * Longer than any poll or history request takes. Calls that are set aside are counted under the
   * end of this time, since they may be made until then.
   */
  static final Duration LONGEST_USE = Duration.ofSeconds(150);

  /** No calls so shortly before a calendar month ends: the vendor might count them in either. */
  private static final Duration MONTH_END = Duration.ofMinutes(3);

  private static final double BACKFILL_OF_RESERVE = 0.8;

  private final QuotaLimit limit;
  private final SlotGrid grid;
  private final NavigableMap<Long, Slot> slots;

  /**
   * What was used within a slot.
   *
   * @param scheduled calls of the schedule
   * @param extra calls of people and back-fill
   * @param polls polls of the schedule
   */
  record Slot(int scheduled, int extra, int polls) {
    static final Slot EMPTY = new Slot(0, 0, 0);

    Slot plus(Slot more) {
      return new Slot(scheduled + more.scheduled, extra + more.extra, polls + more.polls);
    }

    int calls() {
      return scheduled + extra;
    }
  }

  /**
   * What a ledger holds.
   *
   * @param slots by the epoch second of their start
   */
  LimitUse(QuotaLimit limit, Map<Long, Slot> slots) {
    this.limit = limit;
    this.grid = new SlotGrid(limit);
    this.slots = new TreeMap<>(slots);
  }

  LimitUse copy() {
    return new LimitUse(limit, slots);
  }

  SlotGrid grid() {
    return grid;
  }

  /** Adds to a slot; negative numbers give back. */
  void book(Instant when, Slot more) {
    slots.merge(grid.slotOf(when), more, Slot::plus);
  }

  /** Everything that counts at a time. */
  Slot used(Instant now) {
    Slot sum = Slot.EMPTY;
    for (Map.Entry<Long, Slot> slot : slots.entrySet()) {
      if (grid.counts(slot.getKey(), now)) {
        sum = sum.plus(slot.getValue());
      }
    }
    return sum;
  }

  /** Calls that count at a time. */
  public int usedCalls(Instant now) {
    return used(now).calls();
  }

  /** Calls that were set aside or made since a time. */
  int callsSince(Instant from) {
    return slots.tailMap(grid.slotOf(from), true).values().stream().mapToInt(Slot::calls).sum();
  }

  /** Most calls of the schedule within a window. */
  int scheduleShare() {
    return (int) Math.floor(limit.calls() * (1 - limit.reservedShare()) + 1e-9);
  }

  /** Calls within a window that the schedule leaves to others. */
  public int reserve() {
    return limit.calls() - scheduleShare();
  }

  /** Most calls that such a use could ever be granted at once. */
  int most(QuotaUse use) {
    return Math.max(1, room(use, Slot.EMPTY, 1));
  }

  /** Calls that may be set aside now. */
  int room(QuotaUse use, Instant now) {
    if (limit.calendarMonth() && !now.plus(MONTH_END).isBefore(SlotGrid.nextMonth(now))) {
      return 0;
    }
    return Math.max(0, room(use, used(now), elapsed(now)));
  }

  private int room(QuotaUse use, Slot used, double elapsed) {
    int all = limit.calls() - used.calls();
    int reserve = reserve();
    double unspent = Math.max(0, scheduleShare() * elapsed - used.scheduled());
    double own =
        switch (use) {
          case SCHEDULE -> scheduleShare() - used.scheduled();
          case FORCED -> reserve + unspent / 2 - used.extra();
          case BACKFILL -> Math.ceil(reserve * BACKFILL_OF_RESERVE) + unspent / 2 - used.extra();
        };
    return (int) Math.min(all, Math.floor(own));
  }

  /** How much of the window is past: a month begins with nothing of its share due yet. */
  private double elapsed(Instant now) {
    if (!limit.calendarMonth()) {
      return 1;
    }
    Instant start = SlotGrid.monthStart(now);
    return (double) Duration.between(start, now).toMillis()
        / Duration.between(start, SlotGrid.nextMonth(now)).toMillis();
  }

  /** When there is room for so many calls, if nobody else takes it. */
  Instant roomAt(QuotaUse use, int calls, Instant now) {
    if (room(use, now) >= calls) {
      return now;
    }
    for (long slot : slots.keySet()) {
      Instant free = grid.freeAt(slot);
      if (free.isAfter(now) && room(use, free) >= calls) {
        return free;
      }
    }
    return limit.calendarMonth() ? SlotGrid.nextMonth(now) : now.plus(limit.window());
  }
}
