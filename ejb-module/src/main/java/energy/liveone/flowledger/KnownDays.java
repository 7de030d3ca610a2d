package energy.liveone.flowledger;

import energy.liveone.flow.FlowMember;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** How well the stored days of a home stand for what is known of them by now. */
record KnownDays(
    int subject, Set<LocalDate> stored, Set<LocalDate> stale, Map<LocalDate, Boolean> data) {
  /** One day's state. */
  enum State {
    /** Stored, and nothing came since. */
    FRESH,
    /** Nobody ever said anything of it. */
    EMPTY,
    /** Stored, and something came since. */
    STALE,
    /** Not stored yet. */
    MISSING
  }

  static KnownDays of(
      Home home, LocalDate first, LocalDate last, JpaFlowDays days, JpaFlowOwed owed) {
    int subject =
        home.composite()
            .map(owed::subjectOf)
            .orElseGet(() -> owed.subjectOf(Objects.requireNonNull(home.systemOrNull())));
    // Members in other zones have days of their own, of which those around overlap.
    Map<LocalDate, Boolean> data =
        new TreeMap<>(
            owed.dataDays(
                home.members().stream().map(FlowMember::system).toList(),
                first.minusDays(1),
                last.plusDays(1)));
    return new KnownDays(
        subject, days.days(subject, first, last), owed.owed(subject, first, last), data);
  }

  State of(LocalDate date) {
    boolean isStored = stored.contains(date);
    if (isStored && !stale.contains(date) && !data.getOrDefault(date, false)) {
      return State.FRESH;
    }
    boolean hasData =
        data.containsKey(date)
            || data.containsKey(date.minusDays(1))
            || data.containsKey(date.plusDays(1));
    if (!hasData) {
      return State.EMPTY;
    }
    return isStored ? State.STALE : State.MISSING;
  }
}
