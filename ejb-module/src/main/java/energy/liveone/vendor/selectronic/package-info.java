/**
 * Selectronic SP PRO through <a href="https://select.live">select.live</a>: polled, form login,
 * cookie session of about 30 minutes of inactivity.
 *
 * <p>select.live publishes no contract; the wire format is what its portal and several open clients
 * use. No published limit: one call a minute and system, one login per session. Quirks: {@code
 * *_wh_*} fields hold kWh; the password field is {@code pwd}; minutes 48 to 52 of each hour are
 * maintenance; a gateway without uplink repeats its last timestamp; fields may be missing and then
 * have no reading; some sites have their grid sensor reversed ({@code invertGrid}). Nothing outside
 * names this package: CDI finds the adapter.
 */
@NullMarked
package energy.liveone.vendor.selectronic;

import org.jspecify.annotations.NullMarked;
