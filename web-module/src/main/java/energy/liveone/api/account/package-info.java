/**
 * {@code /api/account}: what callers see and change of their own accounts.
 *
 * <p>What makes an account weaker or gives it away asks for the password once more, and for a code
 * where there is a second factor.
 */
@NullMarked
package energy.liveone.api.account;

import org.jspecify.annotations.NullMarked;
