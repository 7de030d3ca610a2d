/**
 * {@code /api/composite}: composites, the roles of their members' points, and what may count twice.
 *
 * <p>Requests become calls of {@code composite}, which asks for access.
 */
@NullMarked
package energy.liveone.api.composite;

import org.jspecify.annotations.NullMarked;
