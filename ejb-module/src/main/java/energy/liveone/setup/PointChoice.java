package energy.liveone.setup;

import energy.liveone.point.PointKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants otherwise of a point than its vendor would have it, before the system is
 * there.
 *
 * @param labelOrNull 1 to 100 characters; the vendor's when null
 * @param visibleOrNull whether pages show it; as the vendor has it when null
 */
public record PointChoice(
    PointKey key, @Nullable String labelOrNull, @Nullable Boolean visibleOrNull) {
  Optional<String> label() {
    return Optional.ofNullable(labelOrNull);
  }

  Optional<Boolean> visible() {
    return Optional.ofNullable(visibleOrNull);
  }
}
