/**
 * What a system does right now, ready for pages: roles, flows, words, ages, points.
 *
 * <p>View models of the first paint; the scripts that follow it ({@code flow.js}, {@code
 * live-system.js}) go by the same rules. Reads through {@code history}, decides nothing of access.
 */
@NullMarked
package energy.liveone.web.live;

import org.jspecify.annotations.NullMarked;
