package energy.liveone.batch.daily;

import jakarta.batch.runtime.context.StepContext;
import java.io.Serializable;

/**
 * What came of the days dealt with so far.
 *
 * @param computed days whose rows were written
 * @param failed days that stay owed
 */
public record DayTally(int computed, int failed) implements Serializable {
  private static final long serialVersionUID = 1L;
  static final DayTally NONE = new DayTally(0, 0);

  DayTally plus(DayTally other) {
    return new DayTally(computed + other.computed, failed + other.failed);
  }

  /** As administrators read it in the exit status. */
  String inWords() {
    return "%d days computed, %d failed".formatted(computed, failed);
  }

  /** What the step of this thread counted since the last call of {@link #takeFrom}. */
  static void addTo(StepContext step, DayTally tally) {
    step.setTransientUserData(of(step).plus(tally));
  }

  /** Hands the count over and begins again at nothing. */
  static DayTally takeFrom(StepContext step) {
    DayTally tally = of(step);
    step.setTransientUserData(NONE);
    return tally;
  }

  private static DayTally of(StepContext step) {
    return step.getTransientUserData() instanceof DayTally tally ? tally : NONE;
  }
}
