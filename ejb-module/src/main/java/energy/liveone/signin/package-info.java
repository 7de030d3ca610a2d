/**
 * Signing in: password, second factor, and how often both may be tried.
 *
 * <p>Knows nothing of cookies, sessions and tokens; the web security mechanism and the token
 * resource make those of what comes out here. What somebody may do is decided in {@code access}.
 */
@NullMarked
package energy.liveone.signin;

import org.jspecify.annotations.NullMarked;
