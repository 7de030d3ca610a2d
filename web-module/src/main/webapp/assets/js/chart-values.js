/** The values of a chart in words: the tip at the cursor, a sentence for speech, the data table. */
import { element, locale, word } from "./page.js";
import { MISSING, text } from "./number.js";
import { pointValue } from "./point-value.js";
import { priceAt } from "./prices.js";
import { clock, date, moment, month } from "./time.js";

const MINUTE_S = 60;

/** When the values of an index are from: a sample's time, an interval, a day, a month. */
function when({ kind, series, zone, cursor, isMonthly }, index) {
  if (kind === "energy") {
    return (isMonthly ? month : date)(series.days[index], zone, locale);
  }
  const time = cursor[index];
  const half = index < series.times.length ? series.step / 2 : 0;
  return half === 0
    ? moment(time, zone, locale)
    : `${moment(time - half, zone, locale)}\u2013${clock(time + half, zone, locale)}`;
}

function priceRows({ series, forecasts, cursor }, index) {
  return Object.entries(series.prices ?? {})
    .map(([kind, known]) => {
      const sure = priceAt(known, cursor[index]);
      const price = sure ?? priceAt(forecasts?.[kind], cursor[index]);
      const name = word(`layer.price.${kind}`);
      return { style: "of-price", name: sure === null && price !== null ? word("chart.expected", name) : name, price };
    })
    .filter(({ price }) => price !== null)
    .map(({ style, name, price }) => ({ style, name, says: text(price, "c/kWh", locale) }));
}

/** What a row is worth: how much of it samples evidence, whether it is estimated. */
function worth({ kind, series }, index) {
  if (index >= series.times.length) {
    return [];
  }
  const notes = [];
  if (series.estimated[index]) {
    notes.push(word("chart.key.estimated"));
  }
  if (kind === "energy" && series.incomplete[index]) {
    notes.push(word(index === series.running ? "chart.running" : "chart.key.incomplete"));
  }
  if (kind !== "energy" && series.isIncomplete(index)) {
    const minutes = (series.covered[index] / MINUTE_S).toFixed(0);
    notes.push(word("chart.covered", minutes, (series.step / 60_000).toFixed(0)));
  }
  return notes;
}

function layerRows({ kind, series }, layers, index) {
  const unit = kind === "energy" ? "kWh" : "W";
  const rows = layers.map((layer) => {
    const value = layer.of(series)[index];
    const size = value === null || value === undefined ? null : layer.side === "down" ? Math.abs(value) : value;
    const style = `of-${layer.colour}${layer.side === "down" ? " below" : ""}`;
    return { style, name: word(`layer.${layer.id}`), says: text(size, unit, locale) };
  });
  const soc = series.soc?.[index];
  return kind === "power" && soc !== null && soc !== undefined
    ? [...rows, { style: "of-battery", name: word("layer.soc"), says: text(soc, "%", locale) }]
    : rows;
}

function values(view, layers, index) {
  if (view.kind === "points") {
    return view.points.map(({ label, unit, at, colour }) => {
      const { number, unit: shown } = pointValue(view.series.values[at][index], unit, view.zone);
      return { style: `of-${colour}`, name: label, says: shown === "" ? number : `${number}\u00a0${shown}` };
    });
  }
  const isKnown = index < view.series.times.length;
  return [...(isKnown ? layerRows(view, layers, index) : []), ...(view.kind === "power" ? priceRows(view, index) : [])];
}

/** All values at an index, as a node or, for speech, as one sentence. */
export function tip(view, layers, index, spoken = false) {
  const rows = values(view, layers, index);
  const notes = worth(view, index);
  if (spoken) {
    return `${when(view, index)}: ${[...rows.map(({ name, says }) => `${name} ${says}`), ...notes].join(", ")}`;
  }
  const list = element("dl");
  for (const { style, name, says } of rows) {
    list.append(element("dt", {}, element("span", { class: `dot ${style}` }), name), element("dd", {}, says));
  }
  const node = document.createDocumentFragment();
  node.append(element("strong", {}, when(view, index)), list, ...notes.map((note) => element("p", { class: "chart-worth" }, note)));
  return node;
}

/** The chart's data as rows of texts, newest first: {head, rows}. */
function tabular(view, layers) {
  const names = [];
  const rows = view.cursor.map((_, index) => {
    const cells = new Map(values(view, layers, index).map(({ name, says }) => [name, says]));
    [...cells.keys()].filter((name) => !names.includes(name)).forEach((name) => names.push(name));
    return { when: when(view, index), cells, notes: worth(view, index).join(", ") };
  });
  return { names, rows: rows.reverse() };
}

/** The chart's data as a table, newest first. */
export function chartTable(view, layers) {
  const { names, rows } = tabular(view, layers);
  const hasNotes = rows.some(({ notes }) => notes !== "");
  const head = element("tr", {}, element("th", { scope: "col" }, word("table.time")));
  names.forEach((name) => head.append(element("th", { scope: "col", class: "number" }, name)));
  if (hasNotes) {
    head.append(element("th", { scope: "col" }, word("table.notes")));
  }
  const body = element("tbody");
  for (const row of rows) {
    const line = element("tr", {}, element("th", { scope: "row" }, row.when));
    names.forEach((name) => line.append(element("td", { class: "number" }, row.cells.get(name) ?? MISSING)));
    if (hasNotes) {
      line.append(element("td", {}, row.notes));
    }
    body.append(line);
  }
  return element("table", { class: "table" }, element("thead", {}, head), body);
}
