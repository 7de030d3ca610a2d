/**
 * select.live as its users know it: login form, session cookie, live data as JSON with kWh in
 * fields named for Wh, and pages with the systems of an account. The wire is that of the vendor
 * page for Selectronic; nothing is called from here.
 */
@NullMarked
package energy.liveone.simulator.selectronic;

import org.jspecify.annotations.NullMarked;
