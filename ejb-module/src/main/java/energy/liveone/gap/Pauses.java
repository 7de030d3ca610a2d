package energy.liveone.gap;

import energy.liveone.system.SystemId;
import java.time.Instant;

/** Remembers when a system was paused, so that its silence then is no gap. */
public interface Pauses {
  /** The owner wants no data from now on. Joins the caller's transaction. */
  void begin(SystemId system, Instant now);

  /** Data is wanted again; does nothing when it always was. Joins the caller's transaction. */
  void end(SystemId system, Instant now);
}
