/** The days of a year as fields of a calendar: columns are weeks, rows are weekdays, the first of them as the reader counts. */
import { local, midnight } from "./time.js";

/** What can be shown of a day, in the order of the choice: its name, its colour, its unit, its value. */
export const MEASURES = [
  { id: "solar", colour: "solar", unit: "kWh", of: (day) => day.solar },
  { id: "load", colour: "load", unit: "kWh", of: (day) => day.load },
  { id: "import", colour: "grid", unit: "kWh", of: (day) => day.import },
  { id: "export", colour: "export", unit: "kWh", of: (day) => day.export },
  { id: "charge", colour: "battery", unit: "kWh", of: (day) => day.charge },
  { id: "own", colour: "battery", unit: "%", of: ({ load, import: bought }) => (load > 0 && bought !== null ? Math.max(0, 1 - bought / load) * 100 : null) },
];

/** Those that a site can tell. */
export function measuresOf(site) {
  const has = (flow) => site.energies[flow] !== undefined;
  return MEASURES.filter(({ id }) => (id === "own" ? has("load") && has("import") : has(id)));
}

/** Fields from a daily series: [{instant, week, weekday, …energies, incomplete}], for every day of it. */
export function fields(series, { zone, weekStart }) {
  const weekday = (instant) => {
    const { year, month, day } = local(instant, zone);
    return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 7 - (weekStart % 7)) % 7;
  };
  const shift = weekday(series.days[0]);
  return series.days.map((instant, index) => {
    const value = (flow) => series[flow]?.[index] ?? null;
    return {
      instant,
      week: Math.floor((index + shift) / 7),
      weekday: (index + shift) % 7,
      solar: value("solar"),
      load: value("load"),
      import: value("import"),
      export: value("export"),
      charge: value("charge"),
      incomplete: series.incomplete[index],
    };
  });
}

/** From the first to the last midnight of a year. */
export function yearBounds(year, zone) {
  const inside = Date.UTC(year, 6, 1);
  const { month, day } = local(inside, zone);
  const dayOfYear = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000);
  const length = Math.round((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000);
  return { from: midnight(inside, -dayOfYear, zone), to: midnight(inside, length - dayOfYear, zone) };
}
