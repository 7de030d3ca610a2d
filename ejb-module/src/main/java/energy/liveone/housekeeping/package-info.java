/**
 * What keeps the database small and ready: partitions ahead of time, retention, the remains of
 * deleted systems.
 *
 * <p>Called by its own timer and by the cleanup route; nothing depends on it.
 */
@NullMarked
package energy.liveone.housekeeping;

import org.jspecify.annotations.NullMarked;
