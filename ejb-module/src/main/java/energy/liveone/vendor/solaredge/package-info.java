/**
 * SolarEdge through its <a href="https://monitoringapi.solaredge.com">monitoring API</a>, version
 * 1: polled, a key in the query of every call.
 *
 * <p>Limits: 300 calls a day for each key and each site, 3 at once; too many are answered 429 for
 * minutes to hours. Live values every few minutes, quarter hours and battery telemetry about 15
 * minutes late and revised. Quirks: power is told without a sign, the direction is in {@code
 * connections}; names come in any capitalisation, kW or W; times are the site's local ones without
 * an offset, so one autumn hour comes twice and only the order of rows tells which; an empty object
 * means that the site cannot do it; a lifetime energy of 0 beside other sums is an error of theirs;
 * errors come as text, XML or JSON, so only the status decides. All of version 1 is in {@link
 * energy.liveone.vendor.solaredge.MonitoringApiClient}. Nothing outside names this package.
 */
@NullMarked
package energy.liveone.vendor.solaredge;

import org.jspecify.annotations.NullMarked;
