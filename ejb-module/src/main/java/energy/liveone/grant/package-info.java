/**
 * Access that owners have granted to their accounts at vendors with OAuth: the states of running
 * authorizations, the sealed tokens, and their renewal.
 *
 * <p>A grant is one account at the vendor, shared by all systems that were added from it. Which
 * requests tokens take is the vendor's business; adding systems is that of {@code setup}. Called by
 * API, set-up, and by adapters through {@link energy.liveone.vendor.GrantTokens}.
 */
@NullMarked
package energy.liveone.grant;

import org.jspecify.annotations.NullMarked;
