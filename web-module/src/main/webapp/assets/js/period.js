/**
 * Which stretch of time a chart shows. Rolling ranges end now or at a chosen instant ("end"); calendar ranges contain a chosen day
 * ("on", YYYY-MM-DD), today when there is none. Days are those of the site's zone. The server has the same rules
 * (energy.liveone.web.chart.ChartPeriod).
 */
import { instantOf, local, midnight, plusDays } from "./time.js";

const HOUR = 3_600_000;
const ROLLING_HOURS = { "1H": 1, "6H": 6, "24H": 24, "7D": 168 };
const ROLLING_DAYS = { "24H": 1, "7D": 7 };
const WHOLE_DAYS = { "30D": 30, "1Y": 365 };
const CALENDAR = new Set(["day", "week", "month", "year"]);

/** How finely each range can be drawn, what is usual first. */
export const STEPS = {
  "1H": ["raw", "5m"],
  "6H": ["raw", "5m", "30m"],
  "24H": ["5m", "raw", "30m", "1h"],
  "7D": ["30m", "5m", "1h", "daily"],
  "30D": ["daily", "5m", "30m", "1h"],
  "1Y": ["monthly", "daily"],
  day: ["5m", "raw", "30m", "1h"],
  week: ["30m", "5m", "1h", "daily"],
  month: ["daily", "5m", "30m", "1h"],
  year: ["monthly", "daily"],
};

export function isRange(range) {
  return range in STEPS;
}

export function isCalendar(range) {
  return CALENDAR.has(range);
}

/** The step of a state: the chosen one where its range has it. */
export function stepOf({ range, step }) {
  return STEPS[range].includes(step) ? step : STEPS[range][0];
}

/** Days and months are told as energies, everything shorter as powers. */
export function isEnergy(state) {
  return ["daily", "monthly"].includes(stepOf(state));
}

/** The local date of an instant. */
export function dateOf(instant, zone) {
  const at = local(instant, zone);
  return new Date(Date.UTC(at.year, at.month - 1, at.day)).toISOString().slice(0, 10);
}

function parts(date) {
  return date.split("-").map(Number);
}

function shifted(date, { days = 0, months = 0, years = 0 }) {
  const [year, month, day] = parts(date);
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, length));
  return new Date(first.getTime() + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** First day of the range that contains a date, and the first day after it. */
function bounds(range, date, weekStart) {
  const [year, month, day] = parts(date);
  switch (range) {
    case "day":
      return [date, shifted(date, { days: 1 })];
    case "week": {
      const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
      const first = shifted(date, { days: -((weekday - weekStart + 7) % 7) });
      return [first, shifted(first, { days: 7 })];
    }
    case "month": {
      const first = shifted(date, { days: 1 - day });
      return [first, shifted(first, { months: 1 })];
    }
    default:
      return [`${date.slice(0, 4)}-01-01`, `${String(year + 1).padStart(4, "0")}-01-01`];
  }
}

function startOf(date, zone) {
  const [year, month, day] = parts(date);
  return instantOf(year, month, day, 0, zone);
}

/** {from, to, live}: what to ask for and to draw. */
export function period({ range, end, on }, now, { zone, weekStart }) {
  if (isCalendar(range)) {
    const [first, after] = bounds(range, on ?? dateOf(now, zone), weekStart);
    return { from: startOf(first, zone), to: startOf(after, zone), live: on === null };
  }
  if (range in WHOLE_DAYS) {
    const to = end === null ? midnight(now, 1, zone) : midnight(end - 1, 1, zone);
    return { from: midnight(to - 1, 1 - WHOLE_DAYS[range], zone), to, live: end === null };
  }
  const to = end ?? now;
  const from = end !== null && range in ROLLING_DAYS ? plusDays(to, -ROLLING_DAYS[range], zone) : to - ROLLING_HOURS[range] * HOUR;
  return { from, to, live: end === null };
}

const UNITS = { day: "days", week: "days", month: "months", year: "years" };

function movedInCalendar(state, step, now, { zone, weekStart }) {
  const today = dateOf(now, zone);
  const amount = step * (state.range === "week" ? 7 : 1);
  const on = shifted(state.on ?? today, { [UNITS[state.range]]: amount });
  const [first, after] = bounds(state.range, on, weekStart);
  return { ...state, on: today >= first && today < after ? null : on };
}

/** The neighbouring period; the one that is running now has neither end nor day. */
export function moved(state, step, now, site) {
  const { range, end } = state;
  if (isCalendar(range)) {
    return movedInCalendar(state, step, now, site);
  }
  const days = ROLLING_DAYS[range] ?? WHOLE_DAYS[range];
  const at = end ?? (days > 1 ? midnight(now, 1, site.zone) : now);
  const next = days ? plusDays(at, step * days, site.zone) : at + step * ROLLING_HOURS[range] * HOUR;
  return { ...state, end: next >= now && end === null ? null : next };
}

/** Whether there is nothing to see after it yet. */
export function isLast(state, now, site) {
  return (state.end === null && state.on === null) || period(state, now, site).to > now;
}

/** A day by itself. */
export function dayOf(state, date, now, zone) {
  return { ...state, range: "day", step: null, end: null, on: date === dateOf(now, zone) ? null : date };
}
