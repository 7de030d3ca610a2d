/** Energies of days or months as options of ECharts: bars above and below zero, what was used as a line of dots. */
import { EDGE, valueAxis } from "./axes.js";
import { layerOptions } from "./power-options.js";
import { date, month } from "./time.js";
import { axisOf } from "./number.js";
import { locale } from "./page.js";

/** What was not measured whole is drawn lighter, with a broken outline. */
function bar(value, isDoubtful, layer, colours) {
  return isDoubtful
    ? { value, itemStyle: { opacity: colours.fill * 0.4, borderColor: colours[layer.stroke], borderWidth: 1, borderType: "dashed" } }
    : value;
}

function barLayer(layer, series, colours) {
  const values = layer.of(series);
  return {
    id: layer.id,
    type: "bar",
    stack: "day",
    data: (values ?? []).map((value, index) => bar(value, series.incomplete[index] || series.estimated[index], layer, colours)),
    silent: true,
    barMaxWidth: 36,
    barCategoryGap: "30%",
    itemStyle: { color: colours[layer.colour], opacity: layer.side === "down" ? colours.fill * 0.6 : colours.fill },
  };
}

/** The same of the period before, place by place. */
function earlier(before, layers, colours) {
  return layers
    .filter(({ id }) => id === "solar" || id === "load")
    .map((layer) => ({
      id: `before-${layer.id}`, type: "line", data: layer.of(before) ?? [], symbol: "none", silent: true, z: 4,
      lineStyle: { color: colours[layer.stroke], width: 1.25, type: [2, 3], opacity: 0.85 },
    }));
}

/** The highest pile of bars. */
function mostOf(layers, series) {
  const piles = series.days.map((_, index) =>
    layers.reduce((sum, layer) => sum + (layer.side === "up" ? (layer.of(series)?.[index] ?? 0) : 0), 0),
  );
  return Math.max(0, ...piles);
}

/** Energies: {series: {days, solar, …}, layers, zone, isMonthly, before}. */
export function energyOptions(view, colours) {
  const { series, layers, zone, isMonthly, before } = view;
  const name = isMonthly ? month : date;
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: EDGE.left, right: EDGE.right, top: EDGE.top, bottom: EDGE.labels },
    xAxis: {
      type: "category",
      data: series.days.map((day) => name(day, zone, locale)),
      axisLine: { onZero: false, show: false },
      axisTick: { show: false },
      axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true },
    },
    yAxis: valueAxis(axisOf("kWh", mostOf(layers, series), locale), colours),
    series: [
      ...layers.map((layer) =>
        layer.side === "line"
          ? {
              ...layerOptions(layer, colours, layer.of(series)),
              symbol: "circle",
              showSymbol: series.days.length <= 62,
              symbolSize: 6,
              itemStyle: { color: colours[layer.stroke] },
            }
          : barLayer(layer, series, colours),
      ),
      ...(before ? earlier(before, layers, colours) : []),
    ],
  };
}
