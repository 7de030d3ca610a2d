package energy.liveone.rollup;

import energy.liveone.reading.JpaLedgers;
import energy.liveone.reading.JpaLedgers.DirtyRange;
import energy.liveone.reading.Retention;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has aggregates made again from raw readings, by the same worker that repairs late data. */
@Dependent
public class Reaggregate {
  private final JpaLedgers ledgers;
  private final Retention retention;
  private final Clock clock;

  @Inject
  Reaggregate(JpaLedgers ledgers, Retention retention, Clock clock) {
    this.ledgers = ledgers;
    this.retention = retention;
    this.clock = clock;
  }

  /** A stretch of time; {@code from} exclusive, {@code to} inclusive. */
  public record Stretch(Instant from, Instant to) {}

  /**
   * Marks a stretch of systems for recomputation. What lies before the retention of raw readings is
   * left as it is, since nothing is there to make it from.
   *
   * @return the stretch that was marked; nothing when all of it is too old
   */
  @Transactional
  public Optional<Stretch> mark(List<SystemId> systems, Instant from, Instant to) {
    Instant oldest = clock.instant().minus(retention.raw());
    Instant start = from.isBefore(oldest) ? oldest : from;
    if (!start.isBefore(to)) {
      return Optional.empty();
    }
    ledgers.markRanges(
        systems.stream()
            .map(
                system ->
                    new DirtyRange(system.value(), start.getEpochSecond(), to.getEpochSecond()))
            .toList());
    return Optional.of(new Stretch(start, to));
  }
}
