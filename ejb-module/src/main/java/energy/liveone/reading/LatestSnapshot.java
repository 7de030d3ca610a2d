package energy.liveone.reading;

import energy.liveone.point.PointId;
import energy.liveone.system.SystemId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The latest value of every point of one system.
 *
 * @param system the system's id
 * @param version rises with every write; a snapshot never replaces one of a higher version
 * @param newestEpochSecond time of the newest reading, 0 when there is none yet
 * @param values by point id
 */
public record LatestSnapshot(
    int system, long version, long newestEpochSecond, Map<Integer, TimedValue> values)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public LatestSnapshot {
    values = Map.copyOf(values);
  }

  /** A value and its device time. */
  public record TimedValue(long epochSecond, double value) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The system. */
  public SystemId systemId() {
    return new SystemId(system);
  }

  /** The latest value of a point, if it ever had one. */
  public Optional<TimedValue> of(PointId point) {
    return Optional.ofNullable(values.get(point.value()));
  }

  /** Device time of the newest reading, if there is one. */
  public Optional<Instant> newest() {
    return newestEpochSecond == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(newestEpochSecond));
  }
}
