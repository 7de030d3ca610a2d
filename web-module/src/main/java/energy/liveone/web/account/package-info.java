/**
 * The page of one's own account: name, address, appearance, password, second factor, sessions,
 * tokens, data.
 *
 * <p>One bean for each card of the page, so that no form waits for another. Changes are made by
 * {@code ownaccount} after {@code signin} has had the owner prove to be the owner.
 */
@NullMarked
package energy.liveone.web.account;

import org.jspecify.annotations.NullMarked;
