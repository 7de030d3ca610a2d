/**
 * Points that vendors tell while they are polled: found, renamed, vanished, back again.
 *
 * <p>Here is what that means for the stored points, in the transaction that stores the
 * measurements. What users decide about points is in {@code setup}, what a point is in {@code
 * point}. Called by polling and back-fill.
 */
@NullMarked
package energy.liveone.discovery;

import org.jspecify.annotations.NullMarked;
