/** The legend of a chart: buttons that show and hide, and what else is to be seen in the drawing. */
import { element, word } from "./page.js";
import { gaps } from "./series.js";

const SVG = "http://www.w3.org/2000/svg";
const DASHES = { solid: "none", dashed: "4 2", dotted: "2 2" };

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function picture() {
  return shape("svg", { viewBox: "0 0 18 10", "aria-hidden": "true" });
}

function swatch(side, dash) {
  const made = picture();
  if (side !== "line") {
    made.append(shape("rect", { y: side === "down" ? 0 : 1, width: 18, height: 9, rx: 1 }));
  }
  const y = side === "line" ? 5 : side === "down" ? 9 : 1;
  made.append(shape("line", { x1: 0, x2: 18, y1: y, y2: y, "stroke-dasharray": DASHES[dash] }));
  return made;
}

function legendButton(id, name, style, drawing, toggled) {
  const button = element("button", { type: "button", "aria-pressed": "true", class: style });
  button.append(drawing, name);
  button.addEventListener("click", () => toggled(id, button));
  return button;
}

/** Buttons that show and hide layers or points. */
export function legend(view, layers, toggled) {
  if (view.kind === "points") {
    return view.points.map(({ key, label, colour, dash }) =>
      legendButton(key, label, `of-${colour}`, swatch("line", dash), toggled),
    );
  }
  return layers.map((layer) => {
    const style = `of-${layer.colour}${layer.side === "down" ? " below" : ""}`;
    return legendButton(layer.id, word(`layer.${layer.id}`), style, swatch(layer.side, layer.dash), toggled);
  });
}

/** What else is to be seen in the drawing, in words: prices, forecasts, comparison, and what data are worth. */
export function keys(view) {
  const { series, kind, before, forecasts, from, to, now } = view;
  const has = (values) => (values ?? []).some((one) => one);
  const found = [];
  if (kind === "power" && Object.values(series.prices).some((one) => one.length > 0)) {
    found.push("price");
  }
  if (kind === "power" && Object.values(forecasts ?? {}).some((one) => one.length > 0)) {
    found.push("forecast");
  }
  if (before) {
    found.push("before");
  }
  if (has(series.estimated)) {
    found.push("estimated");
  }
  if (kind === "energy" ? has(series.incomplete) : kind === "power" && series.times.some((_, index) => series.isIncomplete(index))) {
    found.push("incomplete");
  }
  if (kind !== "energy" && series.times.length > 0 && gaps(series, from, Math.min(to, now)).length > 0) {
    found.push("gap");
  }
  return found.map((name) => element("span", { class: `chart-key key-${name}` }, keyPicture(), word(`chart.key.${name}`)));
}

function keyPicture() {
  const made = picture();
  made.append(shape("rect", { y: 1, width: 18, height: 8, rx: 1 }), shape("line", { x1: 0, x2: 18, y1: 5, y2: 5 }));
  return made;
}
