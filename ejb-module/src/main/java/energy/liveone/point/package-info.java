/**
 * Points: the metrics of a system, each with unit, sign, class of number and plausible range.
 *
 * <p>Vendors declare them, users rename, order and hide them. Values of points are in {@code
 * reading}; the arithmetic over values is in {@code aggregate}.
 */
@NullMarked
package energy.liveone.point;

import org.jspecify.annotations.NullMarked;
