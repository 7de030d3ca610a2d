/** Which stretch of time a chart shows: a range, ending now or at a chosen instant. Days are those of the site's zone. */
import { midnight, plusDays } from "./time.js";

const HOURS = { "1H": 1, "6H": 6, "24H": 24 };
const DAYS = { "24H": 1, "7D": 7, "30D": 30 };
const HOUR = 3_600_000;

/** How finely each range is asked for. */
export const AGGREGATION = { "1H": "raw", "6H": "raw", "24H": "5m", "7D": "30m", "30D": "daily" };

export function isRange(range) {
  return range in AGGREGATION;
}

/** {from, to, live}: what to ask for and to draw. */
export function period({ range, end }, now, zone) {
  if (range === "30D") {
    const to = end === null ? midnight(now, 1, zone) : midnight(end - 1, 1, zone);
    return { from: midnight(to - 1, -29, zone), to, live: end === null };
  }
  const to = end ?? now;
  const from = end !== null && range in DAYS ? plusDays(to, -DAYS[range], zone) : to - (HOURS[range] ?? 168) * HOUR;
  return { from, to, live: end === null };
}

/** The neighbouring period; null as its end means that it is the one that ends now. */
export function moved({ range, end }, step, now, zone) {
  const at = end ?? (range in DAYS && range !== "24H" ? midnight(now, 1, zone) : now);
  const next = range in DAYS ? plusDays(at, step * DAYS[range], zone) : at + step * HOURS[range] * HOUR;
  return { range, end: next >= now && end === null ? null : next };
}

/** The whole of today, midnight to midnight. */
export function today(now, zone) {
  return { range: "24H", end: midnight(now, 1, zone) };
}
