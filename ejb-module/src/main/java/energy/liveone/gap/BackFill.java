package energy.liveone.gap;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.HistorySource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** Takes orders to fetch the past of a system. */
@ApplicationScoped
public class BackFill {
  private final JpaBackfills orders;
  private final JpaWatchedSystems systems;
  private final Histories histories;
  private final Clock clock;

  @Inject
  public BackFill(
      JpaBackfills orders, JpaWatchedSystems systems, Histories histories, Clock clock) {
    this.orders = orders;
    this.systems = systems;
    this.histories = histories;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected BackFill() {
    this(null, null, null, null);
  }

  /** What became of an order. */
  public sealed interface Ordered {
    /** It was taken; the job is to be started. */
    record Taken(BackfillProgress progress) implements Ordered {}

    /** The vendor keeps no history of this site that could be asked for. */
    record NoHistory() implements Ordered {}

    /** A day has not begun; the latest that can be asked for. */
    record InFuture(LocalDate latest) implements Ordered {}

    /** A day is too long ago for the vendor; the earliest that can be asked for. */
    record OutOfReach(LocalDate earliest) implements Ordered {}

    /** Another one of the system is not over. */
    record AlreadyRunning(BackfillProgress progress) implements Ordered {}

    /** Decides by case. */
    default <R> R fold(
        Function<Taken, R> taken,
        Function<NoHistory, R> noHistory,
        Function<InFuture, R> inFuture,
        Function<OutOfReach, R> outOfReach,
        Function<AlreadyRunning, R> alreadyRunning) {
      if (this instanceof Taken t) {
        return taken.apply(t);
      }
      if (this instanceof NoHistory n) {
        return noHistory.apply(n);
      }
      if (this instanceof InFuture f) {
        return inFuture.apply(f);
      }
      if (this instanceof OutOfReach o) {
        return outOfReach.apply(o);
      }
      return alreadyRunning.apply((AlreadyRunning) this);
    }
  }

  /** Orders days of a system, in its own zone. */
  @RequireSystemAccess(Permission.OWN)
  public Ordered order(SystemId id, DayRange days) {
    WatchedSystem system = systems.find(id).orElseThrow();
    Instant now = clock.instant();
    Optional<LocalDate> earliest = earliest(system, now);
    if (earliest.isEmpty()) {
      return new Ordered.NoHistory();
    }
    LocalDate today = LocalDate.ofInstant(now, system.view().zone());
    if (days.last().isAfter(today)) {
      return new Ordered.InFuture(today);
    }
    if (days.first().isBefore(earliest.get())) {
      return new Ordered.OutOfReach(earliest.get());
    }
    return orders
        .add(id, days)
        .<Ordered>map(Ordered.Taken::new)
        .orElseGet(() -> new Ordered.AlreadyRunning(orders.newest(id).orElseThrow()));
  }

  /** The first day that can be ordered now; nothing when the vendor keeps no history of it. */
  @RequireSystemAccess(Permission.OWN)
  public Optional<LocalDate> earliest(SystemId id) {
    return earliest(systems.find(id).orElseThrow(), clock.instant());
  }

  private Optional<LocalDate> earliest(WatchedSystem system, Instant now) {
    return histories
        .of(system.vendor())
        .filter(history -> isCovered(history, system))
        .map(history -> LocalDate.ofInstant(now.minus(history.reach()), system.view().zone()))
        .map(partly -> partly.plusDays(1));
  }

  private static boolean isCovered(HistorySource history, WatchedSystem system) {
    return system.points().stream().anyMatch(point -> history.covers(point.key(), system.view()));
  }

  /** The newest order of a system, finished ones included. */
  @RequireSystemAccess(Permission.OWN)
  public Optional<BackfillProgress> progress(SystemId id) {
    return orders.newest(id);
  }
}
