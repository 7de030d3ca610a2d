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

/** Sums in kWh; none of single points, nor of rows that were thinned out. */
function amounts({ kind, series }) {
  if (kind === "power" && series.isThinned) {
    return null;
  }
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

function peakOf(series, zone) {
  const known = series.solar.filter((value) => value !== null);
  const peak = known.length === 0 ? 0 : Math.max(...known);
  return peak > 0
    ? [word("summary.peak", text(peak, "W", locale), moment(series.times[series.solar.indexOf(peak)], zone, locale))]
    : [];
}

/** Lowest and highest of each point. */
function pointSentences({ series, points }) {
  return points.flatMap(({ label, unit, at }) => {
    const known = series.values[at].filter((value) => value !== null);
    return known.length === 0
      ? []
      : [word("summary.point", label, text(Math.min(...known), unit, locale), text(Math.max(...known), unit, locale))];
  });
}

function priceSentence({ series }) {
  const known = (series.prices?.import ?? []).map(([, price]) => price);
  return known.length === 0
    ? []
    : [word("summary.price", text(Math.min(...known), "c/kWh", locale), text(Math.max(...known), "c/kWh", locale))];
}

/** Names what there is; a site without solar or without a battery is not told of them. */
export function summary(view) {
  const { series, kind, zone } = view;
  if (kind === "points") {
    return pointSentences(view).join(" ") || word("chart.empty");
  }
  const has = (values) => (values ?? []).some((value) => value !== null);
  const sums = amounts(view);
  const parts = [];
  if (sums !== null && has(series.solar)) {
    parts.push(word("summary.solar", kwh(sums.solar)));
  }
  if (sums !== null && has(series.load)) {
    parts.push(word("summary.load", kwh(sums.load)));
  }
  if (sums !== null && has(kind === "energy" ? series.import : series.grid)) {
    parts.push(word("summary.grid", kwh(sums.bought), kwh(sums.sold)));
  }
  if (kind === "power") {
    parts.push(...peakOf(series, zone), ...priceSentence(view));
  }
  return parts.length === 0 ? word("chart.empty") : parts.join(" ");
}
