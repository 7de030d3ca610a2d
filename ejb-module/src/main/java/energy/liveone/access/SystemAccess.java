package energy.liveone.access;

import energy.liveone.system.SystemId;

/**
 * What a caller may do with a system.
 *
 * @param configVersion of the system when this was decided
 */
public record SystemAccess(SystemId system, int configVersion, Rights rights) {}
