package energy.liveone.access;

import energy.liveone.system.MonitoredSystem;

/**
 * A system in a caller's lists.
 *
 * @param shared whether somebody else owns it
 */
public record VisibleSystem(MonitoredSystem system, boolean shared) {}
