/**
 * What people and programs read: systems with their health, latest values, time series.
 *
 * <p>Only queries; everything here leaves the database as it was. Time series go from the result
 * set into primitive arrays. Guarded by {@code access}, so that pages and API may both call it
 * directly.
 */
@NullMarked
package energy.liveone.history;

import org.jspecify.annotations.NullMarked;
