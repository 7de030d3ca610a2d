/**
 * Enphase's cloud as its version 4 API shows it: authorize page, code, rotating tokens, and
 * telemetry in 5- and 15-minute intervals that come 25 minutes late. The wire is that of the vendor
 * page for Enphase; nothing is called from here.
 */
@NullMarked
package energy.liveone.simulator.enphase;

import org.jspecify.annotations.NullMarked;
