/**
 * Numbers as people read them: W below 1 kW, else kW; kWh with one decimal; never more than four significant digits; a real
 * minus; an en dash for what is missing. The server writes the first values by the same rules (energy.liveone.web.number).
 * Values come in W and °C; the page's root says whether its reader wants all powers in kW, and temperatures in °F.
 */
const wanted = document.documentElement.dataset;
export const MISSING = "\u2013";
const MINUS = "\u2212";
const formats = new Map();

function written(value, decimals, locale) {
  const key = `${locale}/${decimals}`;
  if (!formats.has(key)) {
    formats.set(
      key,
      new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    );
  }
  const size = rounded(Math.abs(value), decimals);
  return (value < 0 && size > 0 ? MINUS : "") + formats.get(key).format(size);
}

function rounded(size, decimals) {
  const scale = 10 ** decimals;
  return Math.round(size * scale) / scale;
}

/** Tries [factor, unit, decimals, limit] in turn and takes the first whose rounded size stays below its limit. */
function scaled(value, steps, locale) {
  const size = Math.abs(value);
  const step =
    steps.find(([factor, , decimals, limit]) => rounded(size * factor, decimals) < limit) ?? steps[steps.length - 1];
  return { number: written(value * step[0], step[2], locale), unit: step[1] };
}

const POWER = [
  [1, "W", 0, 1000],
  [1e-3, "kW", 2, 10],
  [1e-3, "kW", 1, 1000],
  [1e-6, "MW", 2, 10],
  [1e-6, "MW", 1, 1000],
  [1e-6, "MW", 0, Infinity],
];
const KILOWATTS = [
  [1e-3, "kW", 2, 10],
  [1e-3, "kW", 1, 1000],
  [1e-3, "kW", 0, Infinity],
];
const ENERGY = [
  [1, "kWh", 1, 1000],
  [1, "kWh", 0, 10000],
  [1e-3, "MWh", 2, 100],
  [1e-3, "MWh", 1, 1000],
  [1e-3, "MWh", 0, Infinity],
];

function plain(unit) {
  return [
    [1, unit, 2, 100],
    [1, unit, 1, 1000],
    [1, unit, 0, Infinity],
  ];
}

function fahrenheit(celsius) {
  return (celsius * 9) / 5 + 32;
}

/** A value in its unit, as {number, unit}. */
export function quantity(value, unit, locale) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return { number: MISSING, unit: "" };
  }
  switch (unit) {
    case "W":
      return scaled(value, wanted.power === "kW" ? KILOWATTS : POWER, locale);
    case "kWh":
      return scaled(value, ENERGY, locale);
    case "%":
    case "":
      return { number: written(value, 0, locale), unit };
    case "°C":
      return wanted.temperature === "F"
        ? { number: written(fahrenheit(value), 1, locale), unit: "°F" }
        : { number: written(value, 1, locale), unit };
    default:
      return scaled(value, plain(unit), locale);
  }
}

/** The same in one text, with a no-break space before the unit. */
export function text(value, unit, locale) {
  const parts = quantity(value, unit, locale);
  return parts.unit === "" ? parts.number : `${parts.number}\u00a0${parts.unit}`;
}

/** A figure on a chart's axis whose unit is already chosen. */
export function axis(value, locale) {
  const size = Math.abs(value);
  return written(value, Number.isInteger(value) || size >= 100 ? 0 : size >= 1 ? 1 : 2, locale);
}

/** An axis for values of a unit, the highest of which is known: {unit, write}, with write for the figures along it. */
export function axisOf(unit, highest, locale) {
  const mega = { W: [1e6, 1e-6, "MW"], kWh: [1e4, 1e-3, "MWh"] }[unit];
  if (mega && highest >= mega[0] && !(unit === "W" && wanted.power === "kW")) {
    return { unit: mega[2], write: (value) => axis(value * mega[1], locale) };
  }
  if (unit === "W" && (wanted.power === "kW" || highest >= 1000)) {
    return { unit: "kW", write: (value) => axis(value / 1000, locale) };
  }
  if (unit === "°C" && wanted.temperature === "F") {
    return { unit: "°F", write: (value) => axis(fahrenheit(value), locale) };
  }
  return { unit, write: (value) => axis(value, locale) };
}
