/**
 * SolarEdge's monitoring service as its users know it: a key in the query, live values whose
 * direction only the connections tell, quarter hours and battery telemetry in the site's local
 * time, and limits per day and per moment. The wire is that of the vendor page for SolarEdge;
 * nothing is called from here.
 */
@NullMarked
package energy.liveone.simulator.solaredge;

import org.jspecify.annotations.NullMarked;
