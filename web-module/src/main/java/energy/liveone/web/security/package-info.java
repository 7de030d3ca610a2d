/**
 * Who sends a request: session cookie, bearer token or cron secret.
 *
 * <p>{@link energy.liveone.web.security.CallerAuthentication} finds out, tells the container and
 * {@code access}, and decides nothing beyond sending strangers to the sign-in page. Pages sign
 * people in and out through {@link energy.liveone.web.security.SignIn}; they need nothing else.
 */
@NullMarked
package energy.liveone.web.security;

import org.jspecify.annotations.NullMarked;
