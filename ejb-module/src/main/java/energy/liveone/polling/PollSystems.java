package energy.liveone.polling;

import energy.liveone.system.SystemId;
import java.time.Duration;
import java.util.List;

/** Polls systems on demand. The schedule does the same by itself. */
public interface PollSystems {
  /**
   * Polls every active polled system now, due or not, and waits at most {@code limit} for the
   * outcomes. Systems whose vendor limits calls are polled only when they are due.
   */
  PollSummary pollAll(SessionCause cause, Duration limit);

  /** Polls these systems now and waits at most {@code limit} for the outcomes. */
  PollSummary poll(List<SystemId> systems, SessionCause cause, Duration limit);

  /**
   * What came of it.
   *
   * @param polled attempts begun
   * @param successful attempts that got an answer and stored it
   * @param failed attempts that failed
   * @param pending attempts not finished within the limit; they go on
   */
  record PollSummary(int polled, int successful, int failed, int pending) {}
}
