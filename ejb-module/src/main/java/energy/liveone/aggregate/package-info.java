/**
 * The arithmetic of aggregation: pure functions from samples to 5-minute rows and from those to
 * days.
 *
 * <p>No database, no clock, no container. The live path, the repair of late data and the
 * verification all call these same functions, so that they cannot disagree.
 */
@NullMarked
package energy.liveone.aggregate;

import org.jspecify.annotations.NullMarked;
