/** Rows of the API as the chart needs them: series by role, gaps, energies. Instants are epoch milliseconds. */
import { midnight } from "./time.js";

const STEP_MS = { "5m": 300_000, "30m": 1_800_000, "1h": 3_600_000 };
export const ROLES = ["solar", "battery", "grid", "load"];

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
}

function number(value) {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/**
 * Power rows as {times, step, limit, solar, battery, grid, load, soc}. Rows of intervals are labelled by their end and drawn
 * at their middle, so step is their length; samples are drawn where they are, and step is 0. Two neighbours further apart
 * than limit have a gap between them.
 */
export function powers(body, site) {
  const rows = [...body.data].sort((a, b) => a.timestamp - b.timestamp);
  const step = STEP_MS[body.metadata.aggregation] ?? 0;
  const times = rows.map((row) => row.timestamp * 1000 - step / 2);
  const usual = median(times.slice(1).map((time, index) => time - times[index]));
  const series = { times, step, limit: step > 0 ? step * 1.5 : Math.max(usual * 4, 180_000) };
  for (const role of ROLES) {
    series[role] = rows.map((row) => number(row[site.powers[role]]));
  }
  series.soc = rows.map((row) => number(row[site.soc]));
  return series;
}

/** Stretches without data between two instants, as [from, to]. */
export function gaps(series, from, to) {
  const half = series.step / 2;
  const found = [];
  let covered = from;
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

/** Daily energies in kWh as {days, times, solar, discharge, import, charge, export, load}; a day is given by its start. */
export function days(body, site) {
  const rows = [...body.data].sort((a, b) => a.timestamp - b.timestamp);
  const starts = rows.map((row) => midnight(row.timestamp * 1000, 0, site.zone));
  const series = { days: starts, times: starts };
  for (const [flow, key] of Object.entries(site.energies)) {
    series[flow] = rows.map((row) => number(row[key]));
  }
  return series;
}
