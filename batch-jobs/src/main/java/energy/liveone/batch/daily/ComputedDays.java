package energy.liveone.batch.daily;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Counts the days that were computed; their rows are already written. */
@Dependent
@Named("computedDays")
public class ComputedDays extends AbstractItemWriter {
  private final StepContext step;

  @Inject
  public ComputedDays(StepContext step) {
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    DayTally.addTo(step, new DayTally(items.size(), 0));
  }
}
