package energy.liveone.history;

import energy.liveone.access.ConcernsSystems;
import energy.liveone.system.SystemId;
import java.util.List;

/** The systems whose latest values are wanted; at least one. */
public record LatestQuery(List<SystemId> systems) implements ConcernsSystems {
  public LatestQuery {
    systems = systems.stream().distinct().toList();
    if (systems.isEmpty()) {
      throw new IllegalArgumentException("No system");
    }
  }
}
