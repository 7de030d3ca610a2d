/**
 * Who somebody is elsewhere: the names of people at identity providers, and which accounts they
 * open.
 *
 * <p>Decides whom a provider's word lets in, links and unlinks. Does not check that word; that is
 * done in {@code oidc} and {@code clerk}, which call this, as do the pages of one's own account.
 */
@NullMarked
package energy.liveone.identity;

import org.jspecify.annotations.NullMarked;
