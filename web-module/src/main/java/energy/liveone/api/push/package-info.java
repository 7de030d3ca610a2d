/**
 * {@code /api/push}: where devices deliver. One resource for all vendors that push.
 *
 * <p>Devices have keys of their own, checked by {@code polling}; statuses are those that their
 * senders expect.
 */
@NullMarked
package energy.liveone.api.push;

import org.jspecify.annotations.NullMarked;
