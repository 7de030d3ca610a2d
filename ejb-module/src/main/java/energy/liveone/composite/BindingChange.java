package energy.liveone.composite;

import energy.liveone.flow.Role;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a point.
 *
 * @param roleOrNull null for the default
 */
public record BindingChange(
    SystemId system, PointKey point, @Nullable Role roleOrNull, boolean excluded) {}
