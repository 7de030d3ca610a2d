package energy.liveone.flowledger;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.flow.FlowSlots;
import energy.liveone.flow.FlowSummary;
import energy.liveone.flow.Role;
import energy.liveone.flow.SlotGrid;
import energy.liveone.flowledger.KnownDays.State;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.Resolution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The flow of a home step by step, for charts: members of every cadence and delay on one grid, a
 * step without a late member's evidence missing in the sums that it belongs to.
 */
@ApplicationScoped
public class FlowSeries {
  /**
   * A month, also one in which clocks are put back. Longer series of intervals would read more rows
   * than anybody can look at.
   */
  public static final Duration LONGEST_OF_INTERVALS = Duration.ofDays(31).plusHours(1);

  private static final List<Role> PRICES = List.of(Role.IMPORT_PRICE, Role.EXPORT_PRICE);

  private final FlowDays computing;
  private final JpaFlowDays stored;
  private final JpaFlowOwed owed;
  private final Clock clock;

  @Inject
  public FlowSeries(FlowDays computing, JpaFlowDays stored, JpaFlowOwed owed, Clock clock) {
    this.computing = computing;
    this.stored = stored;
    this.owed = owed;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected FlowSeries() {
    this(null, null, null, null);
  }

  /**
   * Steps that end in the window and not in the future, those of nothing left out. Raw is answered
   * by five minutes, the grid that members share.
   *
   * @param home a system or a composite
   */
  @Transactional
  public List<FlowStep> of(Home home, HistoryWindow window, Resolution resolution) {
    long now = clock.instant().getEpochSecond();
    long to = Math.min(window.to().getEpochSecond(), now);
    long from = Math.min(to, window.from().getEpochSecond());
    return switch (resolution) {
      case DAILY ->
          days(home, window.name().isPresent() ? startOfDays(home, window, to) : from, to);
      case RAW -> intervals(home, from, to, SlotGrid.SECONDS);
      case FIVE_MINUTES, HALF_HOURS, HOURS -> intervals(home, from, to, resolution.seconds());
    };
  }

  private List<FlowStep> intervals(Home home, long from, long to, int seconds) {
    long first = Math.floorDiv(from, seconds) * seconds;
    // The interval under way is told as far as it has come.
    long last = Math.floorDiv(to, SlotGrid.SECONDS) * SlotGrid.SECONDS;
    if (last <= first) {
      return List.of();
    }
    FlowSlots slots = computing.slots(home, new SlotGrid(first, last));
    int each = seconds / SlotGrid.SECONDS;
    List<FlowStep> steps = new ArrayList<>();
    for (int slot = 0; slot < slots.grid().size(); slot += each) {
      int end = Math.min(slot + each, slots.grid().size());
      add(
          steps,
          first + (long) slot * SlotGrid.SECONDS + seconds,
          slots.summary(slot, end),
          prices(slots, slot, end));
    }
    return steps;
  }

  /** A named range is so many days, today included. */
  private static long startOfDays(Home home, HistoryWindow window, long to) {
    LocalDate today = LocalDay.containing(to, home.zone()).date();
    long days = Math.max(1, window.length().toDays());
    return LocalDay.of(today.minusDays(days - 1), home.zone()).start();
  }

  private List<FlowStep> days(Home home, long from, long to) {
    if (to <= from) {
      return List.of();
    }
    LocalDate first = LocalDay.containing(from + 1, home.zone()).date();
    LocalDate last = LocalDay.containing(to, home.zone()).date();
    KnownDays known = KnownDays.of(home, first, last, stored, owed);
    Map<LocalDate, FlowSummary> each = stored.each(known.subject(), first, last);
    List<FlowStep> steps = new ArrayList<>();
    int onTheSpot = 0;
    // From the newest backwards: today is the one that nobody wants to miss.
    for (LocalDate date = last; !date.isBefore(first); date = date.minusDays(1)) {
      LocalDay day = LocalDay.of(date, home.zone());
      State state = known.of(date);
      boolean isOpen = day.end() > to;
      boolean isOwed = state == State.STALE || state == State.MISSING;
      if (isOpen || (isOwed && onTheSpot < FlowService.DAYS_ON_THE_SPOT)) {
        onTheSpot++;
        long end = Math.min(day.end(), Math.floorDiv(to, SlotGrid.SECONDS) * SlotGrid.SECONDS);
        if (end > day.start()) {
          SlotGrid grid = new SlotGrid(day.start(), end);
          add(steps, day.start(), computing.slots(home, grid).summary(), Map.of());
        }
      } else if (state != State.EMPTY && each.containsKey(date)) {
        add(steps, day.start(), each.get(date), Map.of());
      }
    }
    steps.sort(Comparator.comparing(FlowStep::time));
    return steps;
  }

  /** Means over the slots that have one. */
  private static Map<Role, Double> prices(FlowSlots slots, int from, int to) {
    Map<Role, Double> means = new EnumMap<>(Role.class);
    for (Role role : PRICES) {
      IntStream.range(from, to)
          .mapToObj(slot -> slots.mean(role, slot))
          .flatMapToDouble(OptionalDouble::stream)
          .average()
          .ifPresent(mean -> means.put(role, mean));
    }
    return means;
  }

  private static void add(
      List<FlowStep> steps, long time, FlowSummary flow, Map<Role, Double> prices) {
    boolean isKnown = !flow.parts().isEmpty() || flow.charge().coveredSeconds() > 0;
    if (isKnown || !prices.isEmpty()) {
      steps.add(new FlowStep(Instant.ofEpochSecond(time), flow, prices));
    }
  }
}
