/**
 * What people do to their own accounts: password, second factor, sessions.
 *
 * <p>Callers have had the owner prove to be the owner, by {@code signin}, where the account gets
 * weaker or changes hands; every change is told by mail.
 */
@NullMarked
package energy.liveone.ownaccount;

import org.jspecify.annotations.NullMarked;
