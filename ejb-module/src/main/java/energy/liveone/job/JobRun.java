package energy.liveone.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a batch job.
 *
 * @param read items read so far, in all steps and slices
 * @param written items written so far
 * @param skipped items that failed and were passed over
 */
public record JobRun(
    long execution,
    String job,
    State state,
    Instant startedAt,
    @Nullable Instant endedAtOrNull,
    long read,
    long written,
    long skipped,
    Map<String, String> parameters) {
  public JobRun {
    parameters = Map.copyOf(parameters);
  }

  /** Where it stands. */
  public enum State {
    RUNNING,
    STOPPING,
    STOPPED,
    FAILED,
    DONE,
    ABANDONED
  }

  /** Whether it can be stopped. */
  public boolean canStop() {
    return state == State.RUNNING;
  }

  /** Whether it can go on from where it stopped. */
  public boolean canRestart() {
    return state == State.STOPPED || state == State.FAILED;
  }
}
