/**
 * Recomputation of what is stored: 5-minute rows of dirty ranges, and the rows of local days.
 *
 * <p>Uses the pure functions of {@code aggregate} over what {@code reading} stored. Called by
 * timers, by the batch jobs and by administration; never on the live path.
 */
@NullMarked
package energy.liveone.rollup;

import org.jspecify.annotations.NullMarked;
