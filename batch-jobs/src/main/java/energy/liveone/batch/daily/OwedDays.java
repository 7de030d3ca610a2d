package energy.liveone.batch.daily;

import energy.liveone.rollup.DailyRollup;
import energy.liveone.system.SystemId;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days owed by the systems of one slice: by system, the oldest day first. Looks at one
 * system's days when it comes to it, so that memory does not grow with the number of systems.
 */
@Dependent
@Named("owedDays")
public class OwedDays extends AbstractItemReader {
  private final DailyRollup rollup;
  private final int slice;
  private final int slices;
  private final Queue<SystemId> systems = new ArrayDeque<>();
  private final Queue<OwedDay> days = new ArrayDeque<>();
  private @Nullable OwedDay last;

  /** Systems whose id divided by {@code slices} leaves {@code slice}. */
  @Inject
  public OwedDays(
      DailyRollup rollup,
      @BatchProperty(name = "slice") String slice,
      @BatchProperty(name = "slices") String slices) {
    this.rollup = rollup;
    this.slice = Integer.parseInt(slice);
    this.slices = Integer.parseInt(slices);
  }

  @Override
  public void open(@Nullable Serializable checkpoint) {
    last = (OwedDay) checkpoint;
    rollup.systemsOwingDays().stream()
        .filter(system -> system.value() % slices == slice)
        .filter(system -> last == null || system.value() >= last.system())
        .sorted()
        .forEach(systems::add);
  }

  @Override
  public @Nullable OwedDay readItem() {
    while (days.isEmpty() && !systems.isEmpty()) {
      SystemId system = systems.remove();
      rollup.daysOwed(system).stream()
          .filter(day -> !isDealtWith(system, day))
          .forEach(day -> days.add(new OwedDay(system.value(), day)));
    }
    OwedDay next = days.poll();
    if (next != null) {
      last = next;
    }
    return next;
  }

  @Override
  public @Nullable OwedDay checkpointInfo() {
    return last;
  }

  private boolean isDealtWith(SystemId system, LocalDate day) {
    return last != null && last.system() == system.value() && !day.isAfter(last.day());
  }
}
