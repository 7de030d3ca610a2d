/**
 * The pages that sign people in and out.
 *
 * <p>Checking passwords, sessions and cookies is done by {@code web.security}; here are only the
 * words around it.
 */
@NullMarked
package energy.liveone.web.signin;

import org.jspecify.annotations.NullMarked;
