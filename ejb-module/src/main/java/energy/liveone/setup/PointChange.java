package energy.liveone.setup;

import energy.liveone.point.PointKey;
import energy.liveone.point.Transform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change of a point; null leaves a thing as it is, and a chain without steps
 * takes a transform away.
 */
public record PointChange(
    PointKey key,
    @Nullable String labelOrNull,
    @Nullable Integer displayOrderOrNull,
    @Nullable Boolean visibleOrNull,
    @Nullable Boolean activeOrNull,
    @Nullable Transform transformOrNull) {

  Optional<String> label() {
    return Optional.ofNullable(labelOrNull);
  }

  Optional<Integer> displayOrder() {
    return Optional.ofNullable(displayOrderOrNull);
  }

  Optional<Boolean> visible() {
    return Optional.ofNullable(visibleOrNull);
  }

  Optional<Boolean> active() {
    return Optional.ofNullable(activeOrNull);
  }

  Optional<Transform> transform() {
    return Optional.ofNullable(transformOrNull);
  }
}
