/**
 * Where a request comes from: the caller's address, and whether and under which host the caller
 * reached us, also behind reverse proxies.
 *
 * <p>The only place that reads forwarded headers, and only those of trusted proxies. Knows no
 * servlets; {@code web.security} hands the headers over. Everybody may ask {@link
 * energy.liveone.origin.CurrentOrigin}.
 */
@NullMarked
package energy.liveone.origin;

import org.jspecify.annotations.NullMarked;
