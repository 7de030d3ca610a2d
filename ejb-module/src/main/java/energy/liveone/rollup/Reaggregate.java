package energy.liveone.rollup;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.reading.CollectedSystem;
import energy.liveone.reading.JpaLedgers;
import energy.liveone.reading.JpaLedgers.DirtyRange;
import energy.liveone.reading.PointCatalog;
import energy.liveone.reading.Retention;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has aggregates made again, by the same workers that repair late data and sum up days: 5-minute
 * rows from raw readings, daily rows from 5-minute rows. What vendors tell as intervals has no raw
 * readings; only its days are made again.
 */
@Dependent
public class Reaggregate {
  private static final int SYSTEMS_A_QUERY = 1_000;

  private final PointCatalog catalog;
  private final JpaLedgers ledgers;
  private final Retention retention;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  Reaggregate(
      PointCatalog catalog, JpaLedgers ledgers, Retention retention, AuditLog audit, Clock clock) {
    this.audit = audit;
    this.catalog = catalog;
    this.ledgers = ledgers;
    this.retention = retention;
    this.clock = clock;
  }

  /** A stretch of time; {@code from} exclusive, {@code to} inclusive. */
  public record Stretch(Instant from, Instant to) {}

  /**
   * Marks a stretch of systems for recomputation. Of sampled points, what lies before the retention
   * of raw readings is left as it is, since nothing is there to make it from.
   *
   * @return the stretch that was marked; nothing when all of it is too old
   */
  @Transactional
  public Optional<Stretch> mark(List<SystemId> systems, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return Optional.empty();
    }
    List<CollectedSystem> told = withIntervals(systems);
    told.forEach(system -> markDays(system, from, to));
    Instant oldest = clock.instant().minus(retention.raw());
    Instant start = from.isBefore(oldest) ? oldest : from;
    if (start.isBefore(to)) {
      markRanges(systems, start, to);
    } else if (told.isEmpty()) {
      return Optional.empty();
    }
    Stretch marked = new Stretch(told.isEmpty() ? start : from, to);
    takeDown(systems, marked);
    return Optional.of(marked);
  }

  private void takeDown(List<SystemId> systems, Stretch marked) {
    AuditSubject subject =
        systems.size() == 1
            ? AuditSubject.system(systems.get(0).value())
            : AuditSubject.INSTALLATION;
    audit.record(
        AuditAct.AGGREGATES_REMADE,
        subject,
        Map.of(),
        Map.of("systems", systems.size(), "from", marked.from(), "to", marked.to()));
  }

  private List<CollectedSystem> withIntervals(List<SystemId> systems) {
    List<CollectedSystem> found = new ArrayList<>();
    for (int i = 0; i < systems.size(); i += SYSTEMS_A_QUERY) {
      List<SystemId> some = systems.subList(i, Math.min(systems.size(), i + SYSTEMS_A_QUERY));
      catalog.of(some.stream().map(SystemId::value).toList()).values().stream()
          .filter(system -> system.points().values().stream().anyMatch(point -> !point.isSampled()))
          .forEach(found::add);
    }
    return found;
  }

  private void markDays(CollectedSystem system, Instant from, Instant to) {
    ledgers.markKnownDays(
        system.id(),
        LocalDay.containing(from.getEpochSecond() + 1, system.zone()).date(),
        LocalDay.containing(to.getEpochSecond(), system.zone()).date());
  }

  private void markRanges(List<SystemId> systems, Instant from, Instant to) {
    ledgers.markRanges(
        systems.stream()
            .map(
                system ->
                    new DirtyRange(system.value(), from.getEpochSecond(), to.getEpochSecond()))
            .toList());
  }
}
