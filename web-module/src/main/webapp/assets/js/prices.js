/** Prices and what is expected of them. A price is [end of its interval, c/kWh]; instants are epoch milliseconds. */

/** Forecasts of the API by kind ("import", "export"), those that end after an instant. */
export function expected(answer, site, after) {
  const found = {};
  for (const [kind, key] of Object.entries(site.prices)) {
    found[kind] = (answer?.data?.[key]?.forecasts ?? [])
      .map(({ end, value }) => [Date.parse(end), value])
      .filter(([end]) => end > after);
  }
  return found;
}

/** The price that holds at an instant; null when none is known. */
export function priceAt(prices, instant) {
  const LONGEST_MS = 1_800_000;
  const next = (prices ?? []).find(([end]) => end >= instant);
  return next && next[0] - instant <= LONGEST_MS ? next[1] : null;
}
