package energy.liveone.system;

/**
 * The least that every request about a system has to know of it.
 *
 * @param configVersion rises with every change of the system's settings or points, so that what was
 *     kept under it is known to be right still
 */
public record SystemHead(int ownerAccountId, int configVersion) {}
