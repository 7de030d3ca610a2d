/** Calls of the product's own API with the session of the page. */
export class ApiProblem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function call(path, options) {
  const answer = await fetch(path, { credentials: "same-origin", ...options });
  if (answer.status === 401) {
    const here = location.pathname + location.search;
    location.assign(`/sign-in?from=${encodeURIComponent(here)}`);
  }
  if (!answer.ok) {
    throw new ApiProblem(answer.status, `${path} answered ${answer.status}`);
  }
  return answer.json();
}

function get(path, signal) {
  return call(path, {
    headers: { Accept: "application/json" },
    signal: signal ?? AbortSignal.timeout(15_000),
  });
}

/** Keeps what the reader prefers with the account; goes on when the page is left. */
export function prefer(preferences) {
  return post("/api/account/preferences", preferences, { keepalive: true });
}

/** For what may take as long as it takes. */
function post(path, body, more = {}) {
  return call(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify(body),
    ...more,
  });
}

/**
 * Latest values of a subject, a system or a composite as queries name it ("systemId=7"): {data: {key: {value, timestamp, unit}},
 * metadata}.
 */
export function latest(subject, signal) {
  return get(`/api/data/latest?${subject}&includeMetadata=true`, signal);
}

/** All systems that the signed-in person may see, with their health. */
export function systems(signal) {
  return get("/api/data/systems", signal);
}

/** As many rows as a chart can show; the server's first paint has the same limit (energy.liveone.web.chart.ChartData). */
const MOST_ROWS = 1500;

/**
 * Rows of some points over a range that ends now, or between two instants in epoch milliseconds, with what they rest on where
 * rows are of intervals. Evidence "best" is what energy flow knows of a system instead of what its points tell by themselves.
 */
export function historical(subject, pointKeys, { range, aggregation, from, to, evidence }, signal) {
  const query = new URLSearchParams(subject.replace("systemId=", "systemIds="));
  query.set("pointKeys", pointKeys.join(","));
  query.set("aggregation", aggregation);
  query.set("maxRows", MOST_ROWS);
  if (evidence) {
    query.set("evidence", evidence);
  }
  if (aggregation !== "raw") {
    query.set("fields", "coveredS,flags");
  }
  if (range) {
    query.set("range", range);
  } else {
    query.set("from", Math.floor(from / 1000));
    query.set("to", Math.ceil(to / 1000));
  }
  return get(`/api/data/historical?${query}`, signal);
}

/** Prices that the retailer expects: {data: {key: {forecasts: [{end, minutes, value}]}}}. */
export function forecasts(subject, signal) {
  return get(`/api/data/forecasts?${subject}`, signal);
}

/** Members of a composite that seem to measure the same meter: {data: [{keep: {name}, exclude: {name}}]}. */
export function proposals(compositeId) {
  return get(`/api/composite/${compositeId}/proposals`);
}

/** What today brought to systems, each in its own day: {data: [{systemId, from, to, totals: {key: kWh}, means: {key: [W, …]}}]}. */
export function today(systemIds, pointKeys, signal) {
  const query = new URLSearchParams({ systemIds: systemIds.join(","), pointKeys: pointKeys.join(",") });
  return get(`/api/data/today?${query}`, signal);
}

/** Where energy comes from and goes to now and, if asked for, between two instants in epoch milliseconds. */
export function flow(subject, period, signal) {
  const query = new URLSearchParams(subject);
  if (period) {
    query.set("from", Math.floor(period.from / 1000));
    query.set("to", Math.ceil(period.to / 1000));
  }
  return get(`/api/data/flow?${query}`, signal);
}

/** How far the newest order to fetch the past of a system has come. */
export function backfill(system, signal) {
  return get(`/api/admin/systems/${system}/backfill`, signal);
}

/** Compares stored aggregates of a system with what they were made from: {pending, compared, different, examples}. */
export function verifyAggregates(systemId, { from, to }, signal) {
  return post("/api/admin/aggregates/verify", { systemId, from, to }, { signal });
}

/** Has them made again. */
export function remakeAggregates(systemId, { from, to }, signal) {
  return post("/api/admin/aggregates/remake", { systemId, from, to }, { signal });
}

/** Has the vendor of a system asked now: {success, outcome, durationMs, code, vendorStatus, message, response, systemInfo, values}. */
export function testSystem(systemId) {
  return post(`/api/admin/systems/${systemId}/test`, {});
}

/** All points of a system in display order, for those who may change it. */
export function points(systemId) {
  return get(`/api/admin/systems/${systemId}/points`);
}

/** Changes points: [{pointKey, displayOrder, visible}]. */
export function changePoints(systemId, changes) {
  return post(`/api/admin/systems/${systemId}/points`, { points: changes }, { keepalive: true });
}
