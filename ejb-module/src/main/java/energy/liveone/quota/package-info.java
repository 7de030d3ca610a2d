/**
 * What vendors allow us to ask: the ledger of calls, and the cadence that follows from it.
 *
 * <p>{@link energy.liveone.quota.QuotaLedger} is how anybody who calls a vendor sets calls aside
 * and gives back what was not used: polling for the schedule and for people, back-fill from the
 * reserved share. The rules are in {@link energy.liveone.quota.LimitUse} and {@link
 * energy.liveone.quota.QuotaPlanner}, without database or clock. Vendors without limits cost
 * nothing here. Knows neither polling nor any vendor.
 */
@NullMarked
package energy.liveone.quota;

import org.jspecify.annotations.NullMarked;
