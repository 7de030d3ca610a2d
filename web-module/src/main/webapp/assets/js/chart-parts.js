/** Parts around a chart that are made of elements: legend, tip, data table. */
import { element, locale, word } from "./page.js";
import { MISSING, text } from "./number.js";
import { clock, date, moment } from "./time.js";

const SVG = "http://www.w3.org/2000/svg";

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

const DASHES = { solid: "none", dashed: "4 2", dotted: "2 2" };

function swatch(layer) {
  const made = shape("svg", { viewBox: "0 0 18 10", "aria-hidden": "true" });
  if (layer.side !== "line") {
    made.append(shape("rect", { y: layer.side === "down" ? 0 : 1, width: 18, height: 9, rx: 1 }));
  }
  const y = layer.side === "line" ? 5 : layer.side === "down" ? 9 : 1;
  made.append(shape("line", { x1: 0, x2: 18, y1: y, y2: y, "stroke-dasharray": DASHES[layer.dash] }));
  return made;
}

/** Buttons that show and hide layers. */
export function legend(layers, kind, toggled) {
  return layers.map((layer) => {
    const side = layer.side === "down" ? " below" : "";
    const button = element("button", { type: "button", "aria-pressed": "true", class: `of-${layer.colour}${side}` });
    button.append(swatch(layer), word(`layer.${layer.id}`));
    button.addEventListener("click", () => toggled(layer.id, button));
    return button;
  });
}

/** When the values of an index are from: a sample's time, an interval, a day. */
function when({ kind, series, zone }, index) {
  if (kind === "energy") {
    return date(series.days[index], zone, locale);
  }
  const time = series.times[index];
  const half = series.step / 2;
  return half === 0
    ? moment(time, zone, locale)
    : `${moment(time - half, zone, locale)}\u2013${clock(time + half, zone, locale)}`;
}

function values({ kind, series }, layers, index) {
  const unit = kind === "energy" ? "kWh" : "W";
  const rows = layers.map((layer) => {
    const value = layer.of(series)[index];
    const size = value === null || value === undefined ? null : layer.side === "down" ? Math.abs(value) : value;
    return { layer, name: word(`layer.${layer.id}`), says: text(size, unit, locale) };
  });
  const soc = series.soc?.[index];
  return kind === "power" && soc !== null && soc !== undefined
    ? [...rows, { layer: null, name: word("layer.soc"), says: text(soc, "%", locale) }]
    : rows;
}

/** All values at an index, as a node or, for speech, as one sentence. */
export function tip(view, layers, index, spoken = false) {
  const rows = values(view, layers, index);
  if (spoken) {
    return `${when(view, index)}: ${rows.map(({ name, says }) => `${name} ${says}`).join(", ")}`;
  }
  const list = element("dl");
  for (const { layer, name, says } of rows) {
    const side = layer?.side === "down" ? " below" : "";
    const dot = element("span", { class: layer ? `dot of-${layer.colour}${side}` : "dot of-battery" });
    list.append(element("dt", {}, dot, name), element("dd", {}, says));
  }
  const node = document.createDocumentFragment();
  node.append(element("strong", {}, when(view, index)), list);
  return node;
}

/** The chart's data as a table, newest first. */
export function chartTable(view, layers) {
  const names = [...layers.map((layer) => word(`layer.${layer.id}`)), ...(view.kind === "power" ? [word("layer.soc")] : [])];
  const head = element("tr", {}, element("th", { scope: "col" }, word("table.time")));
  names.forEach((name) => head.append(element("th", { scope: "col", class: "number" }, name)));
  const body = element("tbody");
  for (let index = view.series.times.length - 1; index >= 0; index--) {
    const row = element("tr", {}, element("th", { scope: "row" }, when(view, index)));
    const cells = values(view, layers, index).map(({ says }) => says);
    names.forEach((name, column) => row.append(element("td", { class: "number" }, cells[column] ?? MISSING)));
    body.append(row);
  }
  return element("table", { class: "table" }, element("thead", {}, head), body);
}
