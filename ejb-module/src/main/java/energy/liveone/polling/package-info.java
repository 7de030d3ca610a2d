/**
 * Getting data from vendors: the schedule, the claims, the poll of one system, the pushes, the log
 * of attempts.
 *
 * <p>Knows the vendor contract but no vendor, and hands what it gets to {@code reading}. Called by
 * timers, by the cron and push resources and by people who press refresh.
 */
@NullMarked
package energy.liveone.polling;

import org.jspecify.annotations.NullMarked;
