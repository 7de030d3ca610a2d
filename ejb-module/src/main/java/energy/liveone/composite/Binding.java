package energy.liveone.composite;

import energy.liveone.flow.Role;
import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A point of a member and the role that it plays.
 *
 * @param defaultRoleOrNull the role by subsystem and type; null for none
 * @param chosenRoleOrNull the role that the owner chose; null for the default
 * @param excluded whether the owner wants it to play none
 * @param active whether it is collected at present
 */
public record Binding(
    int pointId,
    SystemId system,
    PointKey key,
    String label,
    String unit,
    MetricType metric,
    NumberClass numberClass,
    PointSource source,
    boolean active,
    @Nullable Role defaultRoleOrNull,
    @Nullable Role chosenRoleOrNull,
    boolean excluded) {

  /** The role that it plays now; empty for none. */
  public Optional<Role> role() {
    if (excluded) {
      return Optional.empty();
    }
    return Optional.ofNullable(chosenRoleOrNull == null ? defaultRoleOrNull : chosenRoleOrNull);
  }
}
