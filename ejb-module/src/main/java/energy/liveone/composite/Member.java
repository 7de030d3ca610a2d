package energy.liveone.composite;

import energy.liveone.system.SystemId;
import org.jspecify.annotations.Nullable;

/**
 * A system in a composite.
 *
 * @param name as the system is called
 * @param batteryKwhOrNull usable capacity of its battery as the owner says; null for what the
 *     vendor tells
 */
public record Member(SystemId system, String name, @Nullable Double batteryKwhOrNull) {}
