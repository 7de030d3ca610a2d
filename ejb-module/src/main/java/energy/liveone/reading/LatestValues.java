package energy.liveone.reading;

import energy.liveone.system.SystemId;
import java.util.List;
import java.util.Map;

/** Latest values: from the cache {@code latest:system:{id}}, else from the database. */
public interface LatestValues {
  /** Snapshots by system; a system without readings has an empty one, an unknown system none. */
  Map<SystemId, LatestSnapshot> of(List<SystemId> systems);
}
