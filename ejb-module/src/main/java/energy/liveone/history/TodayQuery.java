package energy.liveone.history;

import energy.liveone.access.ConcernsSystems;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.util.List;

/**
 * Of which systems the day so far is wanted.
 *
 * @param systems at least one
 * @param points keys; a system that lacks some of them contributes the others
 */
public record TodayQuery(List<SystemId> systems, List<PointKey> points) implements ConcernsSystems {
  /** A hundred systems with all that their cards show are about half of it. */
  private static final int MOST_SERIES = 5_000;

  public TodayQuery {
    systems = systems.stream().distinct().toList();
    points = points.stream().distinct().toList();
    if (systems.isEmpty() || points.isEmpty()) {
      throw new IllegalArgumentException("No system or no point");
    }
    if (systems.size() * points.size() > MOST_SERIES) {
      throw new IllegalArgumentException(
          "Too many values; ask for fewer systems or points at a time");
    }
  }
}
