/**
 * Accounts: the people who can sign in, their passwords and the tokens of their scripts.
 *
 * <p>Says who somebody is, not what they may do; that is decided in {@code access}. Passwords and
 * tokens are stored hashed and never leave this package in any other form. How people sign in is in
 * {@code signin}. Called by that, by the web security mechanism and by the administration of users.
 */
@NullMarked
package energy.liveone.account;

import org.jspecify.annotations.NullMarked;
