package energy.liveone.flow;

import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A system as part of what flows.
 *
 * @param system its id
 * @param points with their roles; what plays none is not here
 * @param isDark whether no sun reaches its panels in the slot that ends there; then a solar point
 *     without a value gave nothing, as vendors do not report at night
 * @param batteryKwhOrNull usable capacity of its battery; null when nobody knows
 */
public record FlowMember(
    int system, List<BoundPoint> points, LongPredicate isDark, @Nullable Double batteryKwhOrNull) {
  public FlowMember {
    points = List.copyOf(points);
  }
}
