/**
 * Mondo Power (ubi) through the private API of its customer portal: polled every two minutes, one
 * call for the circuits and one for charge and demand. Sign-in is OpenID Connect as the portal's
 * page does it, with PKCE; an API key, where there is one, goes in place of the token.
 *
 * <p>Quirks: rows have no time stamp, so they count as measured in the minute of the poll; the
 * widget's values are minutes old and have the battery's sign turned round, so only charge and
 * demand are taken from it, at its own time; {@code totalEnergyWh} is throughput for a battery and
 * import for a gate meter, so site-level energies come from powers. {@code load_w} is {@code
 * demand} while that is of the same two minutes, else the balance of solar, grid and battery.
 *
 * <p>There is no {@link energy.liveone.vendor.HistorySource}: the analysis service tells means of
 * five minutes where polls tell moments, and one point must not mix the two. After an outage the
 * circuits' counters give the energy, flagged estimated; the course of the power is lost.
 */
@NullMarked
package energy.liveone.vendor.mondo;

import org.jspecify.annotations.NullMarked;
