/**
 * Enphase microinverters through the <a
 * href="https://developer-v4.enphase.com/docs.html">Monitoring API v4</a>: OAuth 2.0 with refresh
 * tokens that are good once, then polled.
 *
 * <p>Limits are those of the operator's plan and shared by all users: 10 calls a minute and 1,000 a
 * month on the free one. Quirks: data are 5-minute intervals (15 minutes from meters and batteries)
 * which come 15 to 25 minutes late and may be completed the next day; {@code granularity=day} gives
 * 5-minute rows, and is ignored without {@code start_at}; a day is 24 hours even where clocks
 * change; sizes in the list of systems are always -1; some errors have an array for their message.
 * Nothing outside names this package: CDI finds it.
 */
@NullMarked
package energy.liveone.vendor.enphase;

import org.jspecify.annotations.NullMarked;
