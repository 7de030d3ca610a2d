/**
 * The overview of all systems of a reader, with one of them in detail.
 *
 * <p>Reads only. The page of one system alone is in {@code system}.
 */
@NullMarked
package energy.liveone.web.dashboard;

import org.jspecify.annotations.NullMarked;
