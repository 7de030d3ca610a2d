package energy.liveone.batch.backfill;

import energy.liveone.gap.DayRange;
import energy.liveone.gap.PastOfSystem;
import energy.liveone.system.SystemId;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days of an order, as many at once as the vendor answers. The checkpoint is what the
 * processor says was dealt with, not what was read: days that the quota did not allow are read
 * again.
 */
@Dependent
@Named("backfillDays")
public class BackfillDays extends AbstractItemReader {
  private final PastOfSystem past;
  private final StepContext step;
  private final SystemId system;
  private final DayRange wanted;
  private @Nullable LocalDate read;

  /** Days {@code from} to {@code to} of a system. */
  @Inject
  public BackfillDays(
      PastOfSystem past,
      StepContext step,
      @BatchProperty(name = "system") String system,
      @BatchProperty(name = "from") String from,
      @BatchProperty(name = "to") String to) {
    this.past = past;
    this.step = step;
    this.system = SystemId.parse(system).orElseThrow();
    this.wanted = new DayRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Override
  public void open(@Nullable Serializable checkpoint) {
    if (checkpoint instanceof FetchedUntil until) {
      read = until.day();
    }
    step.setTransientUserData(checkpoint);
  }

  @Override
  public @Nullable DayRange readItem() {
    LocalDate next = read == null ? wanted.first() : read.plusDays(1);
    int atOnce = past.daysAtOnce(system);
    if (next.isAfter(wanted.last()) || atOnce == 0) {
      return null;
    }
    LocalDate last = next.plusDays(atOnce - 1L);
    read = last.isAfter(wanted.last()) ? wanted.last() : last;
    return new DayRange(next, read);
  }

  @Override
  public @Nullable Serializable checkpointInfo() {
    return (Serializable) step.getTransientUserData();
  }
}
