package energy.liveone.vendor.amber;

import energy.liveone.vendor.PollMemory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * For which days usage is asked next, one call at a time: yesterday once an hour, the open days of
 * the week before it once a day, and those of 90 days once a week. Metered data comes hours to days
 * late and is revised, so that asking for yesterday only would leave holes for good.
 */
final class UsagePlan {
  private static final Duration HOUR = Duration.ofHours(1);

  /** Polls do not come to the second. */
  private static final Duration EARLY = Duration.ofMinutes(2);

  private static final int WEEK = 7;
  private static final String PAUSE = "usage.pause";
  private static final String CURSOR = "usage.from";

  private final PollMemory memory;
  private final UsageDays days;
  private final Instant now;

  UsagePlan(PollMemory memory, UsageDays days, Instant now) {
    this.memory = memory;
    this.days = days;
    this.now = now;
  }

  /** How often a stretch of days is asked for. */
  private enum Errand {
    YESTERDAY("usage.yesterday", HOUR),
    WEEK("usage.week", Duration.ofDays(1)),
    QUARTER("usage.quarter", Duration.ofDays(7));

    private final String note;
    private final Duration period;

    Errand(String note, Duration period) {
      this.note = note;
      this.period = period;
    }
  }

  /** Days, both included, that one call asks for. */
  record Stretch(Errand errand, LocalDate first, LocalDate last) {}

  /**
   * The next stretch; empty when nothing is due.
   *
   * @param forced whether somebody waits, so that yesterday is due in any case
   */
  Optional<Stretch> next(boolean forced) {
    if (!forced && memory.time(PAUSE).filter(now::isBefore).isPresent()) {
      return Optional.empty();
    }
    return yesterday(forced).or(this::week).or(this::quarter);
  }

  private Optional<Stretch> yesterday(boolean forced) {
    boolean due = forced || isDue(Errand.YESTERDAY);
    return due && days.isOpen(days.last())
        ? Optional.of(new Stretch(Errand.YESTERDAY, days.last(), days.last()))
        : Optional.empty();
  }

  private Optional<Stretch> week() {
    return isDue(Errand.WEEK)
        ? stretch(Errand.WEEK, days.last().minusDays(WEEK - 1L), days.last().minusDays(1))
        : Optional.empty();
  }

  /** From the oldest day on; the cursor says how far this week's round has come. */
  private Optional<Stretch> quarter() {
    if (!isDue(Errand.QUARTER)) {
      return Optional.empty();
    }
    LocalDate oldest = days.last().minusDays(UsageDays.REACH - 1L);
    LocalDate newest = days.last().minusDays(WEEK);
    LocalDate from = cursor().filter(oldest::isBefore).orElse(oldest);
    return from.isAfter(newest) ? Optional.empty() : stretch(Errand.QUARTER, from, newest);
  }

  private Optional<Stretch> stretch(Errand errand, LocalDate from, LocalDate to) {
    return days.firstOpen(from, to)
        .map(
            first -> {
              LocalDate reach = first.plusDays(AmberLimits.DAYS_PER_CALL - 1L);
              LocalDate end = reach.isBefore(to) ? reach : to;
              return new Stretch(errand, first, days.lastOpen(first, end).orElse(first));
            });
  }

  private Optional<LocalDate> cursor() {
    try {
      return memory.text(CURSOR).map(LocalDate::parse);
    } catch (DateTimeException notOurNote) {
      return Optional.empty();
    }
  }

  private boolean isDue(Errand errand) {
    return memory
        .time(errand.note)
        .map(last -> !now.isBefore(last.plus(errand.period).minus(EARLY)))
        .orElse(true);
  }

  /** Notes that a stretch was answered. */
  void answered(Stretch stretch) {
    memory.forget(PAUSE);
    if (stretch.errand() != Errand.QUARTER) {
      memory.note(stretch.errand().note, now);
      return;
    }
    LocalDate next = stretch.last().plusDays(1);
    if (days.firstOpen(next, days.last().minusDays(WEEK)).isPresent()) {
      memory.note(CURSOR, next.toString());
    } else {
      memory.forget(CURSOR);
      memory.note(Errand.QUARTER.note, now);
    }
  }

  /** Notes that usage could not be had, so that prices do not suffer from asking again at once. */
  void refused() {
    memory.note(PAUSE, now.plus(HOUR).minus(EARLY));
  }
}
