/**
 * Amber Electric's public API as its users know it: sites with channels, prices of the past, of now
 * and of the next day, and metered usage that comes late and is revised. The wire is that of the
 * vendor page for Amber; prices follow from the seed, energies from the site's model. Nothing is
 * called from here.
 */
@NullMarked
package energy.liveone.simulator.amber;

import org.jspecify.annotations.NullMarked;
