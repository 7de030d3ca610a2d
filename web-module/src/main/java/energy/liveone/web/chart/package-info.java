/**
 * The first data of a power chart, and the energies of the day, for the first paint.
 *
 * <p>Everything after it comes from the API by script. Reads through {@code history}, which checks
 * access. Called by the dashboard and by the page of a system.
 */
@NullMarked
package energy.liveone.web.chart;

import org.jspecify.annotations.NullMarked;
