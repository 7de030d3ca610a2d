/** {@code /api/cron}: background work on demand, for schedulers and administrators. */
@NullMarked
package energy.liveone.api.cron;

import org.jspecify.annotations.NullMarked;
