package energy.liveone.flowledger;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.composite.CompositeConfigured;
import energy.liveone.composite.CompositeId;
import energy.liveone.composite.CompositeService;
import energy.liveone.composite.JpaComposites;
import energy.liveone.flow.FlowComputation;
import energy.liveone.flow.FlowSlots;
import energy.liveone.flow.SlotGrid;
import energy.liveone.flowledger.JpaFlowOwed.Owed;
import energy.liveone.reading.JpaFiveMinuteTable;
import energy.liveone.rollup.DayComputed;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Optional;

/** Owes days of flow when days were summed up, and computes what is owed. */
@ApplicationScoped
public class FlowDays {
  private final Homes homes;
  private final CompositeService composites;
  private final JpaComposites memberships;
  private final SystemRepository systems;
  private final JpaFiveMinuteTable fiveMinutes;
  private final JpaFlowDays days;
  private final JpaFlowOwed owed;

  @Inject
  FlowDays(
      Homes homes,
      CompositeService composites,
      JpaComposites memberships,
      SystemRepository systems,
      JpaFiveMinuteTable fiveMinutes,
      JpaFlowDays days,
      JpaFlowOwed owed) {
    this.homes = homes;
    this.composites = composites;
    this.memberships = memberships;
    this.systems = systems;
    this.fiveMinutes = fiveMinutes;
    this.days = days;
    this.owed = owed;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected FlowDays() {
    this(null, null, null, null, null, null, null);
  }

  /** A day of a system was summed up: its flow is owed, and that of the days of its composites. */
  void onDay(@Observes DayComputed computed) {
    owed.mark(owed.subjectOf(computed.system()), computed.day().date());
    for (CompositeId id : memberships.with(computed.system())) {
      composites
          .unguarded(id)
          .ifPresent(
              composite -> {
                var zone = composite.settings().zone();
                LocalDate last = LocalDay.containing(computed.day().end(), zone).date();
                LocalDate day = LocalDay.containing(computed.day().start() + 1, zone).date();
                for (; !day.isAfter(last); day = day.plusDays(1)) {
                  owed.mark(owed.subjectOf(id), day);
                }
              });
    }
  }

  /** All days of a composite are void, and owed again. */
  void onConfigured(@Observes CompositeConfigured configured) {
    int subject = owed.subjectOf(configured.composite());
    days.forget(subject);
    owed.markAll(subject, configured.composite());
  }

  /**
   * Computes the next day that is owed, in a transaction of its own.
   *
   * @param skipping how many to leave, because they failed just now
   * @return whether there was one
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean computeNext(int skipping) {
    Optional<Owed> next = owed.claim(skipping);
    next.ifPresent(
        one -> {
          home(one)
              .ifPresent(
                  home -> {
                    LocalDay day = LocalDay.of(one.day(), home.zone());
                    days.store(
                        one.subject(),
                        day,
                        slots(home, new SlotGrid(day.start(), day.end())).summary());
                  });
          owed.settle(one.subject(), one.day());
        });
    return next.isPresent();
  }

  private Optional<Home> home(Owed one) {
    return one.system() == 0
        ? composites.unguarded(new CompositeId(one.composite())).map(homes::of)
        : systems.find(new SystemId(one.system())).map(system -> homes.of(system.id()));
  }

  /** What flowed in the slots of a grid, from the stored 5-minute rows. */
  @Transactional
  public FlowSlots slots(Home home, SlotGrid grid) {
    return FlowComputation.of(
        home.members(),
        fiveMinutes.range(
            home.pointIds(), FlowComputation.rowsFrom(grid), FlowComputation.rowsTo(grid)),
        grid);
  }
}
