/** Rows of the API as the chart needs them: series by role, gaps, energies. Instants are epoch milliseconds. */
import { local, midnight } from "./time.js";

const STEP_MS = { "5m": 300_000, "30m": 1_800_000, "1h": 3_600_000 };
export const ROLES = ["solar", "battery", "grid", "load"];

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
}

function number(value) {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Bits of a row that readers must know of: credited after a gap, or guessed by the vendor. */
const ESTIMATED = 1;

/** Intervals of which samples evidence less than this share are marked as incomplete. */
const ENOUGH = 0.9;

/** What a row rests on, least of all its points: seconds evidenced and flags. The server tells it once a row in the first paint. */
function evidence(row, keys) {
  if ("coveredS" in row) {
    return { covered: row.coveredS, flags: row.flags ?? 0 };
  }
  const seconds = keys.map((key) => row[`${key}_coveredS`]).filter((one) => one !== undefined);
  return {
    covered: seconds.length === 0 ? null : Math.min(...seconds),
    flags: keys.reduce((flags, key) => flags | (row[`${key}_flags`] ?? 0), 0),
  };
}

/** Rows by time as {times, step, limit, covered, estimated}; what holds of them is explained at powers. */
function timeline(body, keys) {
  const rows = [...body.data].sort((a, b) => a.timestamp - b.timestamp);
  const step = STEP_MS[body.metadata.aggregation] ?? 0;
  const times = rows.map((row) => row.timestamp * 1000 - step / 2);
  const usual = median(times.slice(1).map((time, index) => time - times[index]));
  const bucket = (body.metadata.bucketS ?? 0) * 1500;
  const known = rows.map((row) => evidence(row, keys));
  return {
    rows,
    series: {
      times,
      step,
      // Only the rows that a drawing needs: sums cannot be made of them.
      isThinned: bucket > 0,
      limit: step > 0 ? Math.max(step * 1.5, bucket) : Math.max(usual * 4, 180_000, bucket),
      covered: known.map(({ covered }) => covered),
      estimated: known.map(({ flags }) => (flags & ESTIMATED) !== 0),
      // The interval that is running now is not called incomplete.
      isIncomplete: (index) => {
        const { covered } = known[index];
        return covered !== null && covered * 1000 < step * ENOUGH && times[index] + step / 2 < Date.now() - step / 2;
      },
    },
  };
}

/**
 * Power rows as {times, step, limit, covered, estimated, solar, battery, grid, load, soc, prices}. Rows of intervals are labelled
 * by their end and drawn at their middle, so step is their length; samples are drawn where they are, and step is 0. Two neighbours
 * further apart than limit have a gap between them. Covered says how many seconds of a row samples evidence, null for samples.
 */
export function powers(body, site) {
  const keys = Object.values(site.powers);
  const { rows, series } = timeline({ ...body, data: body.data.filter((row) => hasAny(row, [...keys, site.soc])) }, keys);
  for (const role of ROLES) {
    series[role] = rows.map((row) => number(row[site.powers[role]]));
  }
  series.soc = rows.map((row) => number(row[site.soc]));
  series.prices = prices(body, site);
  return series;
}

function hasAny(row, keys) {
  return keys.some((key) => number(row[key]) !== null);
}

/** Prices in c/kWh by kind as [end of the interval, price], ascending: a price holds until its end. */
function prices(body, site) {
  const found = {};
  for (const [kind, key] of Object.entries(site.prices)) {
    found[kind] = body.data
      .filter((row) => number(row[key]) !== null)
      .map((row) => [row.timestamp * 1000, row[key]])
      .sort((a, b) => a[0] - b[0]);
  }
  return found;
}

/** Rows of single points as {times, step, limit, covered, estimated, values: [numbers of each point]}. */
export function pointSeries(body, keys) {
  const { rows, series } = timeline(body, keys);
  return { ...series, values: keys.map((key) => rows.map((row) => number(row[key]))) };
}

/** Stretches without data between two instants, as [from, to]. A range that rolls with now is answered from its first whole interval on. */
export function gaps(series, from, to) {
  const half = series.step / 2;
  const found = [];
  let covered = series.step > 0 ? Math.ceil(from / series.step) * series.step : from;
  for (const time of series.times) {
    if (time - half > covered + series.limit - series.step) {
      found.push([covered, time - half]);
    }
    covered = Math.max(covered, time + half);
  }
  if (to > covered + series.limit) {
    found.push([covered, to]);
  }
  return found;
}

/** Runs of rows of which something holds, as [from, to]. */
export function stretches(series, holds) {
  const half = series.step / 2;
  const found = [];
  series.times.forEach((time, index) => {
    if (!holds(index)) {
      return;
    }
    const last = found[found.length - 1];
    if (last && time - half <= last[1] + series.step / 10) {
      last[1] = time + half;
    } else {
      found.push([time - half, time + half]);
    }
  });
  return found;
}

/** [time, value] pairs with a hole where there is a gap. */
export function pairs(series, values) {
  const made = [];
  series.times.forEach((time, index) => {
    if (index > 0 && time - series.times[index - 1] > series.limit) {
      made.push([(time + series.times[index - 1]) / 2, null]);
    }
    made.push([time, values[index]]);
  });
  return made;
}

/** Energy in kWh of what a power series has above zero. */
export function energy(series, values) {
  let wattHours = 0;
  values.forEach((value, index) => {
    const length = series.step > 0 ? series.step : (series.times[index + 1] ?? series.times[index]) - series.times[index];
    if (value !== null && length <= series.limit) {
      wattHours += (Math.max(value, 0) * length) / 3_600_000;
    }
  });
  return wattHours / 1000;
}

export function positive(values) {
  return values.map((value) => (value === null ? null : Math.max(value, 0)));
}

export function negative(values) {
  return values.map((value) => (value === null ? null : Math.min(value, 0)));
}

export function negated(values) {
  return values.map((value) => (value === null ? null : -value));
}

const DAY_ENOUGH = 0.98;

/**
 * Daily energies in kWh of every day between two instants, as {days, times, incomplete, estimated, running, isEmpty, solar, discharge,
 * import, charge, export, load}; a day is given by its start, and is incomplete when samples evidence less of it than nearly all;
 * days without any value have nulls. Running is the place of today, -1 without it.
 */
export function days(body, site, now, { from, to }) {
  const keys = Object.values(site.energies);
  const rows = new Map(body.data.map((row) => [midnight(row.timestamp * 1000, 0, site.zone), row]));
  const starts = [];
  for (let day = midnight(from, 0, site.zone); day < to; day = midnight(day, 1, site.zone)) {
    starts.push(day);
  }
  const known = starts.map((start) => (rows.has(start) ? evidence(rows.get(start), keys) : { covered: null, flags: 0 }));
  const series = {
    days: starts,
    times: starts,
    isEmpty: rows.size === 0,
    running: starts.findIndex((start) => start <= now && midnight(start, 1, site.zone) > now),
    estimated: known.map(({ flags }) => (flags & ESTIMATED) !== 0),
    incomplete: starts.map((start, index) => {
      const { covered } = known[index];
      const end = midnight(start, 1, site.zone);
      return rows.has(start) && (end > now || (covered !== null && covered * 1000 < (end - start) * DAY_ENOUGH));
    }),
  };
  for (const [flow, key] of Object.entries(site.energies)) {
    series[flow] = starts.map((start) => number(rows.get(start)?.[key]));
  }
  return series;
}

/** Days added up to months, in the same shape; a month that lacks days is incomplete. */
export function months(daily, zone) {
  const found = new Map();
  daily.days.forEach((day, index) => {
    const { year, month } = local(day, zone);
    const key = year * 12 + month;
    found.set(key, [...(found.get(key) ?? []), index]);
  });
  const all = [...found.values()];
  const flows = Object.keys(daily).filter((name) => FLOWS.has(name));
  const isKnown = (index) => flows.some((flow) => daily[flow][index] !== null);
  const starts = all.map(([first]) => daily.days[first]);
  const series = {
    days: starts,
    times: starts,
    isEmpty: daily.isEmpty,
    running: all.findIndex((of) => of.includes(daily.running)),
    estimated: all.map((of) => of.some((index) => daily.estimated[index])),
    incomplete: all.map((of) => of.some(isKnown) && of.some((index) => daily.incomplete[index] || !isKnown(index))),
  };
  for (const flow of flows) {
    series[flow] = all.map((of) => sumOf(of.map((index) => daily[flow][index])));
  }
  return series;
}

const FLOWS = new Set(["solar", "load", "import", "export", "discharge", "charge"]);

function sumOf(values) {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
