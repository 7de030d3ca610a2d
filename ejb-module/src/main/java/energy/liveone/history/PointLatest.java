package energy.liveone.history;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A point with its latest value.
 *
 * @param latestOrNull in {@code unit}; null when the point never had a value
 */
public record PointLatest(
    PointKey key,
    String label,
    String unit,
    MetricType metricType,
    NumberClass numberClass,
    @Nullable String subsystemOrNull,
    @Nullable String typeOrNull,
    int displayOrder,
    boolean visible,
    boolean active,
    @Nullable TimedValue latestOrNull) {

  /** The latest value, if there ever was one. */
  public Optional<TimedValue> latest() {
    return Optional.ofNullable(latestOrNull);
  }
}
