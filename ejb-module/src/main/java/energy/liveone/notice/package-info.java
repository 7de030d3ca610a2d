/**
 * What an account should know although it did not ask: that a system is no longer collected, for
 * instance. Not for what a page shows anyway, and not for administrators' alarms.
 *
 * <p>Written by whoever notices, in the transaction in which it happens; read by the API and the
 * pages.
 */
@NullMarked
package energy.liveone.notice;

import org.jspecify.annotations.NullMarked;
