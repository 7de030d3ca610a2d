/** What a chart shows, in a sentence or two, for those who do not look at it and for those who do. */
import { locale, word } from "./page.js";
import { text } from "./number.js";
import { energy, negated, negative } from "./series.js";
import { moment } from "./time.js";

function kwh(amount) {
  return text(amount, "kWh", locale);
}

function total(values) {
  return (values ?? []).reduce((sum, value) => sum + (value ?? 0), 0);
}

function amounts({ kind, series }) {
  if (kind === "energy") {
    return { solar: total(series.solar), load: total(series.load), bought: total(series.import), sold: total(series.export) };
  }
  return {
    solar: energy(series, series.solar),
    load: energy(series, series.load),
    bought: energy(series, series.grid),
    sold: energy(series, negated(negative(series.grid))),
  };
}

/** Names what there is; a site without solar or without a battery is not told of them. */
export function summary(view) {
  const { series, kind, zone } = view;
  if (series.times.length === 0) {
    return word("chart.empty");
  }
  const has = (values) => (values ?? []).some((value) => value !== null);
  const sums = amounts(view);
  const parts = [];
  if (has(series.solar)) {
    parts.push(word("summary.solar", kwh(sums.solar)));
  }
  if (has(series.load)) {
    parts.push(word("summary.load", kwh(sums.load)));
  }
  if (has(kind === "energy" ? series.import : series.grid)) {
    parts.push(word("summary.grid", kwh(sums.bought), kwh(sums.sold)));
  }
  if (kind === "power" && sums.solar > 0) {
    const peak = Math.max(...series.solar.filter((value) => value !== null));
    parts.push(word("summary.peak", text(peak, "W", locale), moment(series.times[series.solar.indexOf(peak)], zone, locale)));
  }
  return parts.join(" ");
}
