/** From an answer of the API to what a chart draws. */
import { strokes } from "./point-options.js";
import { expected } from "./prices.js";
import { isEnergy, period, stepOf } from "./period.js";
import { days, months, pointSeries, powers } from "./series.js";

/** How much of a rolling range lies in the future where prices are expected. */
const AHEAD = 0.25;
const MARGIN = 0.015;
const AHEAD_RANGES = new Set(["1H", "6H", "24H"]);

/** Which keys a state needs. */
export function keysOf(state, site) {
  if (state.points.length > 0) {
    return state.points;
  }
  const keys = isEnergy(state)
    ? Object.values(site.energies)
    : [...Object.values(site.powers), site.soc, ...Object.values(site.prices)];
  return keys.filter(Boolean);
}

/** What rows of a state rest on, as the API is asked for it; the server's first paint decides alike. */
export function evidenceOf(state, site) {
  const isWhole = state.points.length === 0 && !isEnergy(state) && stepOf(state) !== "raw";
  return isWhole && site.drawnFromEnergies ? "best" : null;
}

/** Points of a state as the chart draws them; what the site does not have is left out. */
export function pointsOf(state, site) {
  const points = state.points.map((key) => site.choice.find((one) => one.key === key)).filter(Boolean);
  const styles = strokes(points);
  return points.map((one, at) => ({ ...one, ...styles[at], at }));
}

/** What is drawn of an answer: {kind, series, cursor, from, to, now, zone, …}; before is that of the period before, if it is compared. */
export function viewOf(state, body, site, now, { forecasts = null, before = null } = {}) {
  const { from, to, live } = period(state, now, site);
  const view = { from, to, now, zone: site.zone, isMonthly: stepOf(state) === "monthly" };
  if (state.points.length > 0) {
    const points = pointsOf(state, site);
    const series = pointSeries(body, points.map(({ key }) => key));
    return { ...view, kind: "points", series, points, cursor: series.times, to: live ? withMargin(from, to, now) : to };
  }
  if (isEnergy(state)) {
    const series = energies(state, body, site, now, { from, to });
    return {
      ...view,
      kind: "energy",
      series,
      cursor: series.isEmpty ? [] : series.times,
      before: before && energies(state, before.body, site, now, before),
    };
  }
  const series = powers(body, site);
  const ahead = expected(forecasts, site, lastPrice(series));
  const isAhead = live && AHEAD_RANGES.has(state.range) && Object.values(ahead).some((one) => one.length > 0);
  const end = isAhead ? now + (to - from) * AHEAD : live ? withMargin(from, to, now) : to;
  const coming = Object.values(ahead)[0] ?? [];
  const last = series.times[series.times.length - 1] ?? 0;
  return {
    ...view,
    kind: "power",
    series,
    to: end,
    forecasts: clipped(ahead, end),
    cursor: [...series.times, ...coming.map(([time]) => time).filter((time) => time > last && time <= end)],
    before: before && shifted(powers(before.body, site), from - before.from),
  };
}

/** A range that ends now leaves a little room, so that the newest values do not stick to the edge. */
function withMargin(from, to, now) {
  return to > now ? to : to + (to - from) * MARGIN;
}

function energies(state, body, site, now, bounds) {
  const daily = days(body, site, now, bounds);
  return stepOf(state) === "monthly" ? months(daily, site.zone) : daily;
}

function lastPrice({ prices }) {
  return Math.max(0, ...Object.values(prices).map((known) => known[known.length - 1]?.[0] ?? 0));
}

function clipped(ahead, end) {
  return Object.fromEntries(Object.entries(ahead).map(([kind, all]) => [kind, all.filter(([time]) => time <= end)]));
}

/** A series moved by milliseconds, so that it lies upon a later one. */
function shifted(series, by) {
  return { ...series, times: series.times.map((time) => time + by) };
}
