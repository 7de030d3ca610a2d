package energy.liveone.history;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointId;
import energy.liveone.point.PointKey;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A point as answers describe it. */
record DescribedPoint(
    PointId id,
    PointKey key,
    String label,
    String unit,
    MetricType metricType,
    NumberClass numberClass,
    @Nullable String subsystem,
    @Nullable String type,
    int displayOrder,
    boolean visible,
    boolean active) {

  PointLatest with(Optional<TimedValue> latest) {
    return new PointLatest(
        key,
        label,
        unit,
        metricType,
        numberClass,
        subsystem,
        type,
        displayOrder,
        visible,
        active,
        latest.orElse(null));
  }
}
