package energy.liveone.flowledger;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.flow.FlowMember;
import energy.liveone.flow.FlowSlots;
import energy.liveone.flow.FlowSummary;
import energy.liveone.flow.SlotGrid;
import energy.liveone.flowledger.FlowRange.MemberHeard;
import energy.liveone.flowledger.KnownDays.State;
import energy.liveone.history.HistoryWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Answers what flowed over a range: whole days from the stored ones, the rest, today among it, from
 * 5-minute rows by the same computation.
 */
@ApplicationScoped
public class FlowService {
  /** Without stored days, as for systems that are looked at together this once. */
  static final Duration LONGEST_UNSTORED = Duration.ofDays(31);

  private static final Duration SLOTS_UP_TO = Duration.ofHours(24);

  /** Stale days that are computed on the spot; more of them would keep somebody waiting. */
  static final int DAYS_ON_THE_SPOT = 8;

  private static final Duration TAIL = Duration.ofHours(6);
  private static final Duration LATE = Duration.ofMinutes(15);

  private final FlowDays computing;
  private final JpaFlowDays stored;
  private final JpaFlowOwed owed;
  private final Clock clock;

  @Inject
  public FlowService(FlowDays computing, JpaFlowDays stored, JpaFlowOwed owed, Clock clock) {
    this.computing = computing;
    this.stored = stored;
    this.owed = owed;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected FlowService() {
    this(null, null, null, null);
  }

  /** Whether days of the home are stored, or the window is short enough to do without. */
  public boolean isBearable(Home home, HistoryWindow window) {
    return home.isStored() || window.length().compareTo(LONGEST_UNSTORED) <= 0;
  }

  /**
   * What flowed. Named ranges of more than 24 hours are so many local days, today included; the end
   * is never in the future.
   */
  @Transactional
  public FlowRange over(Home home, HistoryWindow window) {
    long to = Math.min(window.to().getEpochSecond(), clock.instant().getEpochSecond());
    to = Math.floorDiv(to, SlotGrid.SECONDS) * SlotGrid.SECONDS;
    long from = Math.min(to, start(home, window, to));
    Stretch all = new Stretch(from, to);
    Sum sum = new Sum(home);
    boolean isShort = all.seconds() <= SLOTS_UP_TO.toSeconds();
    if (isShort || !home.isStored()) {
      sum.addSlots(all);
    } else {
      sum.addDays(all);
    }
    return new FlowRange(
        home,
        Instant.ofEpochSecond(from),
        Instant.ofEpochSecond(to),
        sum.flow,
        sum.pending,
        heard(home, to));
  }

  private static long start(Home home, HistoryWindow window, long to) {
    boolean isDays = window.name().isPresent() && window.length().compareTo(SLOTS_UP_TO) > 0;
    if (isDays) {
      LocalDate today = LocalDay.containing(to, home.zone()).date();
      long days = window.length().toDays();
      return LocalDay.of(today.minusDays(days - 1), home.zone()).start();
    }
    long from =
        window.name().isPresent()
            ? to - window.length().toSeconds()
            : window.from().getEpochSecond();
    return Math.floorDiv(from, SlotGrid.SECONDS) * SlotGrid.SECONDS;
  }

  private List<MemberHeard> heard(Home home, long to) {
    FlowSlots tail = computing.slots(home, new SlotGrid(to - TAIL.toSeconds(), to));
    List<MemberHeard> members = new ArrayList<>();
    for (FlowMember member : home.members()) {
      OptionalLong until = tail.heardUntil(member.system());
      members.add(
          new MemberHeard(
              member.system(),
              home.names().systems().getOrDefault(member.system(), ""),
              until.isPresent() ? Instant.ofEpochSecond(until.getAsLong()) : null,
              until.isEmpty() || until.getAsLong() < to - LATE.toSeconds()));
    }
    return members;
  }

  private record Stretch(long from, long to) {
    long seconds() {
      return to - from;
    }

    boolean holds(LocalDay day) {
      return day.start() >= from && day.end() <= to;
    }

    Stretch within(LocalDay day) {
      return new Stretch(Math.max(from, day.start()), Math.min(to, day.end()));
    }
  }

  /** An answer in the making. */
  private final class Sum {
    private final Home home;
    private FlowSummary flow = FlowSummary.EMPTY;
    private int pending;
    private int onTheSpot;

    Sum(Home home) {
      this.home = home;
    }

    void addSlots(Stretch stretch) {
      if (stretch.seconds() > 0) {
        flow =
            flow.plus(computing.slots(home, new SlotGrid(stretch.from(), stretch.to())).summary());
      }
    }

    void addDays(Stretch all) {
      LocalDate first = LocalDay.containing(all.from() + 1, home.zone()).date();
      LocalDate last = LocalDay.containing(all.to(), home.zone()).date();
      KnownDays known = KnownDays.of(home, first, last, stored, owed);
      LocalDate run = first;
      for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
        LocalDay day = LocalDay.of(date, home.zone());
        State state = known.of(date);
        if (all.holds(day) && state == State.FRESH) {
          continue;
        }
        addStored(known.subject(), run, date.minusDays(1));
        run = date.plusDays(1);
        if (!all.holds(day)) {
          addSlots(all.within(day));
        } else {
          addUnstored(known.subject(), day, state);
        }
      }
      addStored(known.subject(), run, last);
    }

    private void addUnstored(int subject, LocalDay day, State state) {
      if (state == State.EMPTY) {
        flow = flow.plus(FlowSummary.ofNothing(day.seconds()));
      } else if (onTheSpot < DAYS_ON_THE_SPOT) {
        onTheSpot++;
        addSlots(new Stretch(day.start(), day.end()));
      } else {
        pending++;
        if (state == State.STALE) {
          addStored(subject, day.date(), day.date());
        } else {
          flow = flow.plus(FlowSummary.ofNothing(day.seconds()));
        }
      }
    }

    /** A run of stored days; none when it ends before it begins. */
    private void addStored(int subject, LocalDate from, LocalDate until) {
      if (!from.isAfter(until)) {
        flow = flow.plus(stored.sum(subject, from, until));
      }
    }
  }
}
