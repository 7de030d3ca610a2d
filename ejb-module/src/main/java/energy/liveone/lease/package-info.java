/**
 * Who in the cluster does what only one node may do at a time.
 *
 * <p>A lease is a row in the database that its holder renews while it works; a dead node's lease
 * runs out and anyone may take over. Polling has leases of its own in its schedule. Called by
 * timers and by what they start.
 */
@NullMarked
package energy.liveone.lease;

import org.jspecify.annotations.NullMarked;
