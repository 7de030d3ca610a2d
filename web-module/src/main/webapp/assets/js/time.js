/** Time in the zone of a site, whatever the zone of the browser. Instants are epoch milliseconds. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const parsers = new Map();
const writers = new Map();

function parser(zone) {
  if (!parsers.has(zone)) {
    parsers.set(
      zone,
      new Intl.DateTimeFormat("en-US", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
      }),
    );
  }
  return parsers.get(zone);
}

/** What the clocks of the zone show: {year, month 1..12, day, hour, minute, second}. */
export function local(instant, zone) {
  const shown = {};
  for (const part of parser(zone).formatToParts(instant)) {
    if (part.type !== "literal") {
      shown[part.type] = Number(part.value);
    }
  }
  return shown;
}

function offset(instant, zone) {
  const at = local(instant, zone);
  const shown = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second);
  return shown - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which the clocks show this time. Of two (clocks put back) the first; of none (clocks put forward) the
 * instant of the change or shortly after it.
 */
export function instantOf(year, month, day, minutes, zone) {
  const shown = Date.UTC(year, month - 1, day) + minutes * MINUTE;
  const early = shown - offset(shown - DAY, zone);
  const late = shown - offset(shown + DAY, zone);
  for (const candidate of early <= late ? [early, late] : [late, early]) {
    if (candidate + offset(candidate, zone) === shown) {
      return candidate;
    }
  }
  return Math.max(early, late);
}

/** The start of the local day that is some days after the one of the instant. */
export function midnight(instant, days, zone) {
  const at = local(instant, zone);
  return instantOf(at.year, at.month, at.day + days, 0, zone);
}

/** The same time of day some days later; a day is 23 to 25 hours long. */
export function plusDays(instant, days, zone) {
  const at = local(instant, zone);
  return instantOf(at.year, at.month, at.day + days, at.hour * 60 + at.minute, zone) + (instant % MINUTE);
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 10080];

/** Round local times between two instants, at most so many; {instant, startsDay}. */
export function ticks(from, to, most, zone) {
  const step = STEPS.find((minutes) => (to - from) / (minutes * MINUTE) <= most) ?? STEPS[STEPS.length - 1];
  const found = [];
  const first = local(from, zone);
  const dayStep = Math.max(1, step / 1440);
  for (let day = 0; day <= (to - from) / DAY + 2; day += dayStep) {
    for (let minutes = 0; minutes < 1440; minutes += Math.min(step, 1440)) {
      const instant = instantOf(first.year, first.month, first.day + day, minutes, zone);
      const at = local(instant, zone);
      const exists = at.hour * 60 + at.minute === minutes;
      if (exists && instant >= from && instant <= to) {
        found.push({ instant, startsDay: minutes === 0 });
      }
    }
  }
  return found;
}

function writer(zone, locale, style) {
  const key = `${zone}/${locale}/${JSON.stringify(style)}`;
  if (!writers.has(key)) {
    writers.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...style }));
  }
  return writers.get(key);
}

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** 14:35 */
export function clock(instant, zone, locale) {
  return writer(zone, locale, CLOCK).format(instant);
}

/** Sun 23 Nov */
export function date(instant, zone, locale) {
  return writer(zone, locale, { weekday: "short", day: "numeric", month: "short" }).format(instant);
}

/** Sun 23, where there is little room */
export function weekday(instant, zone, locale) {
  return writer(zone, locale, { weekday: "short", day: "numeric" }).format(instant);
}

/** 23 Nov */
export function dayOfMonth(instant, zone, locale) {
  return writer(zone, locale, { day: "numeric", month: "short" }).format(instant);
}

/** Sun 23 Nov, 14:35 */
export function moment(instant, zone, locale) {
  return `${date(instant, zone, locale)}, ${clock(instant, zone, locale)}`;
}

/** Nov 2026 */
export function month(instant, zone, locale) {
  return writer(zone, locale, { month: "short", year: "numeric" }).format(instant);
}

/** Sun 23 Nov 2026 */
export function fullDate(instant, zone, locale) {
  return writer(zone, locale, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(instant);
}

/** What people call a period of the calendar: a day, a week, a month, a year. */
export function calendarName(range, from, to, zone, locale) {
  switch (range) {
    case "day":
      return fullDate(from, zone, locale);
    case "week":
      return `${date(from, zone, locale)} \u2013 ${fullDate(to - 1, zone, locale)}`;
    case "month":
      return writer(zone, locale, { month: "long", year: "numeric" }).format(from);
    default:
      return writer(zone, locale, { year: "numeric" }).format(from);
  }
}

/** The zone's name as people know it, at that time of year. */
export function zoneName(instant, zone, locale) {
  const part = writer(zone, locale, { timeZoneName: "long" })
    .formatToParts(instant)
    .find((each) => each.type === "timeZoneName");
  return part ? part.value : zone;
}

/** Hours of the local day of the instant: 23 to 25. */
export function dayHours(instant, zone) {
  return (midnight(instant, 1, zone) - midnight(instant, 0, zone)) / HOUR;
}
