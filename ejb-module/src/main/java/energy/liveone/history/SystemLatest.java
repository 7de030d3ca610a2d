package energy.liveone.history;

import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest values of one system.
 *
 * @param version rises with every write of readings
 * @param lastUpdateOrNull device time of the newest reading; null when there is none yet
 * @param points in display order, also those without a value
 */
public record SystemLatest(
    SystemId system, long version, @Nullable Instant lastUpdateOrNull, List<PointLatest> points) {
  public SystemLatest {
    points = List.copyOf(points);
  }

  /** Device time of the newest reading, if there is one. */
  public Optional<Instant> lastUpdate() {
    return Optional.ofNullable(lastUpdateOrNull);
  }
}
