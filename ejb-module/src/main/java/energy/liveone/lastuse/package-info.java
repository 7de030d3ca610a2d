/**
 * When tokens and shares were used last, so that their owners can tell which are of no use any
 * more.
 *
 * <p>Told by {@code token} and {@code sharing} with each use; decides nothing.
 */
@NullMarked
package energy.liveone.lastuse;

import org.jspecify.annotations.NullMarked;
