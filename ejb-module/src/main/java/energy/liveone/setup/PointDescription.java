package energy.liveone.setup;

import energy.liveone.point.Point;
import energy.liveone.point.PointKey;
import energy.liveone.point.Transform;
import org.jspecify.annotations.Nullable;

/**
 * A point as administrators see it.
 *
 * @param transform what the adapter does
 * @param userTransform what is done to each value after that
 */
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
    @Nullable String userTransform,
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
        point.userTransform().map(Transform::json).orElse(null),
        point.displayOrder(),
        point.isVisible(),
        point.isActive());
  }
}
