/**
 * What a vendor's simulation must offer to be served, and what it is given. A new vendor is one
 * package with one class that implements {@link energy.liveone.simulator.vendor.SimulatedVendor},
 * and one line in {@link energy.liveone.simulator.Vendors}. Nothing here knows a particular vendor.
 */
@NullMarked
package energy.liveone.simulator.vendor;

import org.jspecify.annotations.NullMarked;
