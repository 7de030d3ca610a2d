package energy.liveone.vendor.amber;

import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.amber.AmberRecord.RecordType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the last 90 market days are settled: all intervals of all channels are billable, so that
 * asking again would bring nothing. Noted as the last day and one digit per day, newest first.
 */
final class UsageDays {
  static final int REACH = 90;

  private static final String NOTE = "usage.settled";

  private final LocalDate last;
  private final BitSet settled = new BitSet(REACH);

  private UsageDays(LocalDate last) {
    this.last = last;
  }

  /**
   * The days as noted.
   *
   * @param last the newest day that is over
   */
  static UsageDays read(PollMemory memory, LocalDate last) {
    UsageDays days = new UsageDays(last);
    String note = memory.text(NOTE).orElse("");
    int colon = note.indexOf(':');
    try {
      if (colon > 0) {
        LocalDate notedLast = LocalDate.parse(note.substring(0, colon));
        for (int i = colon + 1; i < note.length(); i++) {
          if (note.charAt(i) == '1') {
            days.settle(notedLast.minusDays(i - colon - 1L));
          }
        }
      }
    } catch (DateTimeParseException notOurNote) {
      return days;
    }
    return days;
  }

  /** Notes them. */
  void write(PollMemory memory) {
    StringBuilder digits = new StringBuilder(REACH);
    for (int age = 0; age < REACH; age++) {
      digits.append(settled.get(age) ? '1' : '0');
    }
    memory.note(NOTE, last + ":" + digits);
  }

  private void settle(LocalDate day) {
    long age = ChronoUnit.DAYS.between(day, last);
    if (age >= 0 && age < REACH) {
      settled.set((int) age);
    }
  }

  /** The newest day. */
  LocalDate last() {
    return last;
  }

  /** Whether there may be something new for a day. */
  boolean isOpen(LocalDate day) {
    long age = ChronoUnit.DAYS.between(day, last);
    return age >= 0 && age < REACH && !settled.get((int) age);
  }

  /** The first open day between two, both included. */
  Optional<LocalDate> firstOpen(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).filter(this::isOpen).findFirst();
  }

  /** The last open day between two, both included. */
  Optional<LocalDate> lastOpen(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).filter(this::isOpen).reduce((a, b) -> b);
  }

  /** Settles those days whose every interval these records tell as billable. */
  void settle(List<AmberRecord> records, AmberChannels channels) {
    Map<LocalDate, Map<String, Register>> days = new HashMap<>();
    for (AmberRecord one : records) {
      if (one.type() == RecordType.USAGE) {
        days.computeIfAbsent(NemDay.ofEnd(one.end()), day -> new HashMap<>())
            .computeIfAbsent(name(one), channel -> new Register())
            .add(one);
      }
    }
    days.forEach(
        (day, registers) -> {
          boolean all = !channels.known() || registers.size() >= channels.all().size();
          if (all && registers.values().stream().allMatch(Register::isSettled)) {
            settle(day);
          }
        });
  }

  private static String name(AmberRecord one) {
    String identifier = one.identifier();
    return identifier == null ? one.kind().wireName() : identifier;
  }

  /** What is billable of one channel's day. */
  private static final class Register {
    private final Set<Instant> ends = new HashSet<>();
    private long minutes;

    void add(AmberRecord one) {
      if (AmberReadings.isBillable(one) && ends.add(one.end())) {
        minutes += one.minutes();
      }
    }

    boolean isSettled() {
      return minutes >= NemDay.LENGTH.toMinutes();
    }
  }
}
