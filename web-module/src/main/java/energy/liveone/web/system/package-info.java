/**
 * The page of one system: {@code /system/{id or alias}}.
 *
 * <p>Everything of it: chart, all points, contacts with its vendor, settings. Reads only.
 */
@NullMarked
package energy.liveone.web.system;

import org.jspecify.annotations.NullMarked;
