/**
 * Signing in through identity providers, on pages: sends browsers out, takes them back, and lists
 * what is connected with an account.
 *
 * <p>What providers answer is checked in {@code oidc}, whom that lets in is decided in {@code
 * identity}, and sessions are begun by {@code web.security}.
 */
@NullMarked
package energy.liveone.web.provider;

import org.jspecify.annotations.NullMarked;
