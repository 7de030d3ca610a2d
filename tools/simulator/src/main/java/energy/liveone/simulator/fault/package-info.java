/**
 * The misbehaviour that a test can order, for a whole vendor or one site: which faults there are,
 * which are set, how they change a reply, a device's clock or its counters. One mechanism for all
 * vendors; what a field means stays with the vendor.
 */
@NullMarked
package energy.liveone.simulator.fault;

import org.jspecify.annotations.NullMarked;
