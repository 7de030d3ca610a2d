/**
 * The page to which a vendor's OAuth page leads back: which systems of the connected account are
 * added, or why there is none.
 *
 * <p>Connecting itself is the API's; adding is that of {@code setup}.
 */
@NullMarked
package energy.liveone.web.connect;

import org.jspecify.annotations.NullMarked;
