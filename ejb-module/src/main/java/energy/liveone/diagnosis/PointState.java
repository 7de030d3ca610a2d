package energy.liveone.diagnosis;

import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.Point;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A point with what came of it.
 *
 * @param latestOrNull in {@code unit}; null when it never had a value
 * @param refused what was quarantined of it lately; nothing when all was stored
 */
public record PointState(
    PointKey key,
    String label,
    String unit,
    NumberClass numberClass,
    PointSource source,
    PlausibleRange range,
    boolean active,
    @Nullable TimedValue latestOrNull,
    Refused refused) {

  /**
   * Readings that were not stored.
   *
   * @param newestReason code of why; empty when there were none
   * @param newestValue as it was received
   */
  public record Refused(int count, String newestReason, String newestValue) {
    static final Refused NOTHING = new Refused(0, "", "");
  }

  static PointState of(Point point, Optional<TimedValue> latest, @Nullable Refused refused) {
    return new PointState(
        point.key(),
        point.label(),
        point.unit(),
        point.numberClass(),
        point.source(),
        point.plausibleRange(),
        point.isActive(),
        latest.orElse(null),
        refused == null ? Refused.NOTHING : refused);
  }
}
