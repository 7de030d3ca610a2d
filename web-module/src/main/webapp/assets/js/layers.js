/**
 * The layers of the power chart, bottom to top: which series of which sign, in which colour and stroke. Strokes differ too,
 * so that nobody has to tell layers apart by colour alone.
 */
import { negated, negative, pairs, positive } from "./series.js";

/** Without stretches of nothing, whose strokes would only run along the layers beneath. */
function sparse(values) {
  const idle = (value) => value === null || value === undefined || Math.abs(value) < 1;
  return values.map((value, index) =>
    idle(value) && idle(values[index - 1]) && idle(values[index + 1]) ? null : value,
  );
}

export const LAYERS = [
  { id: "solar", role: "solar", colour: "solar", stroke: "solar-line", dash: "solid", side: "up", of: (s) => positive(s.solar) },
  { id: "discharge", role: "battery", colour: "battery", stroke: "battery", dash: "dashed", side: "up", of: (s) => positive(s.battery) },
  { id: "import", role: "grid", colour: "grid", stroke: "grid", dash: "dotted", side: "up", of: (s) => positive(s.grid) },
  { id: "charge", role: "battery", colour: "battery", stroke: "battery", dash: "dashed", side: "down", of: (s) => negative(s.battery) },
  { id: "export", role: "grid", colour: "export", stroke: "export", dash: "dotted", side: "down", of: (s) => negative(s.grid) },
  { id: "load", role: "load", colour: "load", stroke: "load", dash: "solid", side: "line", of: (s) => s.load },
];

/** The same layers as daily energies in kWh; what flows out of the house stands below zero. */
export const ENERGY_LAYERS = LAYERS.map((layer) => ({
  ...layer,
  of: (series) => (layer.side === "down" ? negated(series[layer.id] ?? []) : series[layer.id]),
}));

/** Layers that this series has any value of. */
export function present(layers, series) {
  return layers.filter((layer) => (layer.of(series) ?? []).some((value) => value !== null && value !== undefined));
}

/** A layer's values as the chart draws them. */
export function drawn(layer, series) {
  return pairs(series, layer.side === "line" ? layer.of(series) : sparse(layer.of(series)));
}
