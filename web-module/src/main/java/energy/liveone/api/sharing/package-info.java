/**
 * {@code /api/systems/{id}/sharing} for owners, {@code /api/account/shared} for viewers.
 *
 * <p>Turns requests into calls of {@code sharing}, which checks access.
 */
@NullMarked
package energy.liveone.api.sharing;

import org.jspecify.annotations.NullMarked;
