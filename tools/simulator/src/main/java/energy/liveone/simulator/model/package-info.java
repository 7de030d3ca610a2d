/**
 * The energy of a simulated home: what the sun gives, what the household takes, what the battery
 * moves and what the grid makes up for, at any instant. Everything here is a pure function of seed,
 * site and time, so that a live value, a history and a total can never disagree. No vendor, no HTTP
 * and no clock is known here. Vendors ask a {@link energy.liveone.simulator.model.SiteModel};
 * nothing else in the package is meant for them but its value types.
 */
@NullMarked
package energy.liveone.simulator.model;

import org.jspecify.annotations.NullMarked;
