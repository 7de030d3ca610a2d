/**
 * Signing in at OpenID Connect providers: authorization code flow with PKCE, discovery, and what an
 * ID token must be like.
 *
 * <p>Ends with a person for whom a provider vouches; whom that lets in is decided in {@code
 * identity}. Knows nothing of sessions and cookies, which the web sign-in keeps.
 */
@NullMarked
package energy.liveone.oidc;

import org.jspecify.annotations.NullMarked;
