package energy.liveone.setup;

import energy.liveone.point.Point;
import energy.liveone.point.PointKey;
import org.jspecify.annotations.Nullable;

/** A point as administrators see it. */
public record PointDescription(
    PointKey key,
    String metricType,
    String numberClass,
    @Nullable String subsystem,
    @Nullable String type,
    String label,
    String unit,
    @Nullable String vendorField,
    @Nullable String transform,
    int displayOrder,
    boolean visible,
    boolean active) {

  static PointDescription of(Point point) {
    return new PointDescription(
        point.key(),
        point.metricType().wireName(),
        point.numberClass().wireName(),
        point.subsystem().orElse(null),
        point.type().orElse(null),
        point.label(),
        point.unit(),
        point.vendorField().orElse(null),
        point.transform().orElse(null),
        point.displayOrder(),
        point.isVisible(),
        point.isActive());
  }
}
