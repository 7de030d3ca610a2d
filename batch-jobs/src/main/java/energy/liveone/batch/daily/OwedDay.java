package energy.liveone.batch.daily;

import energy.liveone.system.SystemId;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A local day of a system whose daily rows are owed; as a checkpoint, the last one dealt with.
 *
 * @param system the system's id
 * @param day local date of the system
 */
public record OwedDay(int system, LocalDate day) implements Serializable {
  private static final long serialVersionUID = 1L;

  SystemId systemId() {
    return new SystemId(system);
  }
}
