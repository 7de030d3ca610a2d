package energy.liveone.flow;

import energy.liveone.point.MetricType;

/**
 * What of a point decides its role.
 *
 * @param subsystem such as {@code solar}; empty when the vendor said none
 * @param type the role within the subsystem, such as {@code generation.local}; may be empty
 */
public record RoleFacts(int pointId, MetricType metric, String subsystem, String type) {}
