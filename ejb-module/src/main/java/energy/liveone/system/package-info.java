/**
 * The systems that people monitor: one inverter, battery, meter or retailer account at one vendor.
 *
 * <p>Holds the entity, its value types, its repository and the rules of a system's life. Knows
 * nothing of readings, polling or the vendors' wire formats. Called by every feature above it.
 */
@NullMarked
package energy.liveone.system;

import org.jspecify.annotations.NullMarked;
