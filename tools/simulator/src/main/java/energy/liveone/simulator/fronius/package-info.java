/**
 * Fronius sites as LiveOne meets them: collectors that push a body each minute, keep what could not
 * be delivered, and send it later. The wire is that of the vendor page for Fronius; LiveOne is the
 * server here, so nothing is served below the vendor's prefix.
 */
@NullMarked
package energy.liveone.simulator.fronius;

import org.jspecify.annotations.NullMarked;
