/**
 * Accounts: the people who can sign in, their passwords and the tokens of their scripts.
 *
 * <p>Says who somebody is, not what they may do; that is decided in {@code access}. Passwords and
 * tokens are stored hashed and never leave this package in any other form. Called by the web
 * security mechanism, the sign-in page, the token resource and the administration of users.
 */
@NullMarked
package energy.liveone.account;

import org.jspecify.annotations.NullMarked;
