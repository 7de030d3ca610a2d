/**
 * Amber Electric through its <a href="https://app.amber.com.au/developers/">public API</a>: polled,
 * one key, prices for 5 or 30 minutes with a day of forecasts, metered usage that comes a day or
 * more late and is revised.
 *
 * <p>About 10 calls in 5 minutes per key, and a block of as long after that; at most 7 days in one
 * call (the API's issue 232, December 2024). Quirks: interval starts are one second late, so ends
 * and durations count; days are those of the market, UTC+10 all year; a range without its first day
 * fails before midnight; prices name a channel by type only; feed-in prices are what exporting
 * costs; a closed site may stand before the active one of the same meter. Nothing outside names
 * this package: CDI finds the adapter and its history.
 */
@NullMarked
package energy.liveone.vendor.amber;

import org.jspecify.annotations.NullMarked;
