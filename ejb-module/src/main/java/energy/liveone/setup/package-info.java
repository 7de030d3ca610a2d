/**
 * The life of a system: trying a vendor's credentials, registering, changing settings and points,
 * deleting.
 *
 * <p>Joins {@code system}, {@code point}, {@code vendor} and {@code credential}, each of which
 * knows only its own. Never holds a transaction open across a vendor call. Called by pages and API.
 */
@NullMarked
package energy.liveone.setup;

import org.jspecify.annotations.NullMarked;
