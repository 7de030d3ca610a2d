package energy.liveone.rollup;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.LocalDay;
import energy.liveone.aggregate.PointAggregate;
import energy.liveone.reading.CollectedSystem;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.JpaFiveMinuteTable;
import energy.liveone.reading.JpaLedgers;
import energy.liveone.reading.JpaLedgers.DirtyDay;
import energy.liveone.reading.PointCatalog;
import energy.liveone.reading.Recomputation;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Recomputes the 5-minute rows of stretches whose raw readings changed behind the newest. One
 * system at a time and at most two days per transaction, so that live writes of the system wait a
 * moment at most; other nodes take other systems. Rows of intervals are what the vendor told and
 * stay; only their days are summed up again.
 */
@Dependent
public class RepairDirtyRanges {
  private static final long STRETCH_SECONDS = 2 * 86_400L;

  private final JpaDirtyRanges ranges;
  private final PointCatalog catalog;
  private final Recomputation recomputation;
  private final JpaFiveMinuteTable fiveMinutes;
  private final JpaLedgers ledgers;
  private final Event<Recomputed> recomputed;

  @Inject
  RepairDirtyRanges(
      JpaDirtyRanges ranges,
      PointCatalog catalog,
      Recomputation recomputation,
      JpaFiveMinuteTable fiveMinutes,
      JpaLedgers ledgers,
      Event<Recomputed> recomputed) {
    this.ranges = ranges;
    this.catalog = catalog;
    this.recomputation = recomputation;
    this.fiveMinutes = fiveMinutes;
    this.ledgers = ledgers;
    this.recomputed = recomputed;
  }

  /**
   * Repairs the next stretch in a transaction of its own.
   *
   * @return the system that was worked on; nothing when there is nothing to repair that another
   *     node does not already repair
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<SystemId> repairNext() {
    Optional<JpaDirtyRanges.Claim> claim = ranges.claimNext(STRETCH_SECONDS);
    claim.flatMap(c -> catalog.of(c.system())).ifPresent(system -> repair(system, claim.get()));
    return claim.map(JpaDirtyRanges.Claim::system);
  }

  private void repair(CollectedSystem system, JpaDirtyRanges.Claim claim) {
    List<PointAggregate> rows = new ArrayList<>();
    Set<LocalDate> days = new TreeSet<>();
    List<Integer> told = new ArrayList<>();
    for (CollectedPoint point : system.points().values()) {
      if (!point.isSampled()) {
        told.add(point.id());
        continue;
      }
      recomputation
          .changed(system, point, claim.from(), claim.to())
          .rows()
          .forEach(
              row -> {
                rows.add(new PointAggregate(point.id(), row));
                days.add(dayOf(row, system));
              });
    }
    fiveMinutes.upsert(rows);
    fiveMinutes
        .range(told, claim.from(), claim.to())
        .values()
        .forEach(own -> own.forEach(row -> days.add(dayOf(row, system))));
    ledgers.markDays(days.stream().map(day -> new DirtyDay(system.id(), day)).toList());
    recomputed.fire(new Recomputed(claim.system(), claim.from(), claim.to()));
  }

  private static LocalDate dayOf(Aggregate row, CollectedSystem system) {
    return LocalDay.containing(row.end(), system.zone()).date();
  }
}
