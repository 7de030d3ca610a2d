/** Power over time as options of ECharts: generation above zero, charge and export below, the battery's level and prices in panels beneath. */
import { gapAreas, highest, nowMark, stacked, timeAxes, timeMarks, valueAxis } from "./axes.js";
import { drawn } from "./layers.js";
import { axisOf } from "./number.js";
import { locale } from "./page.js";
import { gaps, pairs, stretches } from "./series.js";

const LEVEL = { height: 44 };
const PRICES = { height: 72, gap: 30 };
/** From here on a price is called a spike, in c/kWh. */
const SPIKE = 100;

export function layerOptions(layer, colours, data) {
  const base = {
    id: layer.id,
    type: "line",
    data,
    symbol: "none",
    silent: true,
    lineStyle: { color: colours[layer.stroke], width: layer.side === "line" ? 2 : 1.25, type: layer.dash },
    z: layer.side === "line" ? 4 : 2,
  };
  if (layer.side === "line") {
    return base;
  }
  const opacity = layer.side === "down" ? colours.fill * 0.6 : colours.fill;
  return { ...base, stack: layer.side, areaStyle: { color: colours[layer.colour], opacity } };
}

/** What holds a panel: its marks of time, gaps, and the line of now. */
function frame(index, view, colours, empty, isLowest) {
  return [
    {
      id: `frame-${index}`, type: "line", data: [], silent: true, z: 1, xAxisIndex: index, yAxisIndex: index,
      markLine: timeMarks(view, colours, isLowest),
      markArea: gapAreas(empty, colours),
    },
    {
      id: `now-${index}`, type: "line", data: [], silent: true, z: 5, xAxisIndex: index, yAxisIndex: index,
      markLine: nowMark(view, colours, index === 0),
    },
  ];
}

/** Estimated stretches are lighter; of incomplete ones a strip tells at the foot. */
function veils(series, colours, foot) {
  return {
    id: "veils", type: "line", data: [], silent: true, z: 3,
    markArea: {
      silent: true, animation: false,
      data: [
        ...stretches(series, (index) => series.estimated[index]).map(([start, end]) => [
          { xAxis: start, itemStyle: { color: colours.surface, opacity: 0.6 } },
          { xAxis: end },
        ]),
        ...stretches(series, series.isIncomplete).map(([start, end]) => [
          { xAxis: start, y: foot - 5, itemStyle: { color: colours.edge, opacity: 0.9 } },
          { xAxis: end, y: foot },
        ]),
      ],
    },
  };
}

/** The same powers of the period before, as thin lines. */
function earlier(before, layers, colours) {
  return layers
    .filter(({ id }) => id === "solar" || id === "load")
    .map((layer) => ({
      id: `before-${layer.id}`, type: "line", data: pairs(before, layer.of(before)), symbol: "none", silent: true, z: 4,
      lineStyle: { color: colours[layer.stroke], width: 1.25, type: [2, 3], opacity: 0.85 },
    }));
}

function levelPanel(index, soc, colours) {
  return {
    axis: {
      type: "value", gridIndex: index, min: 0, max: 100, interval: 100,
      axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: colours.muted, fontSize: 12, formatter: (value) => (value === 0 ? "" : "100 %") },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        id: "soc", type: "line", xAxisIndex: index, yAxisIndex: index, data: soc, symbol: "none", silent: true, z: 3,
        lineStyle: { color: colours.battery, width: 1.5 },
        areaStyle: { color: colours.battery, opacity: 0.15 },
      },
    ],
  };
}

/** A price holds until its end, so each is drawn from the end of the one before. */
function priceLine(id, index, data, colours, type) {
  return {
    id, type: "line", xAxisIndex: index, yAxisIndex: index, data, step: "start", symbol: "none", silent: true, z: 3,
    lineStyle: { color: colours.price, width: id.endsWith("export") ? 1.25 : 2, type },
  };
}

/** The same where prices are spikes, in their colour. */
function spikes(id, index, data, colours) {
  const high = data.flatMap(([end, price], at) =>
    price > SPIKE && at > 0 ? [[data[at - 1][0], price], [end, price], [end, null]] : [],
  );
  return {
    id, type: "line", xAxisIndex: index, yAxisIndex: index, data: high, symbol: "none", silent: true, z: 4,
    lineStyle: { color: colours.spike, width: 2.5 },
  };
}

function pricePanel(index, prices, forecasts, colours, isAlone) {
  const series = Object.entries(prices).flatMap(([kind, known]) => {
    const last = known.slice(-1);
    const expected = forecasts?.[kind]?.length > 0 ? [...last, ...forecasts[kind]] : [];
    return [
      priceLine(`price-${kind}`, index, known, colours, kind === "export" ? "dotted" : "solid"),
      priceLine(`forecast-${kind}`, index, expected, colours, [4, 4]),
      ...(kind === "import" ? [spikes("spikes", index, [...known, ...expected.slice(last.length)], colours)] : []),
    ];
  });
  return {
    axis: valueAxis(axisOf("c/kWh", 0, locale), colours, { gridIndex: index, splitNumber: isAlone ? 5 : 2, nameGap: isAlone ? 14 : 10 }),
    series,
  };
}

/** Power over time: {series, layers, from, to, now, zone, width, height, before, forecasts}. */
export function powerOptions(view, colours) {
  const { series, layers, from, to, now, height, before, forecasts } = view;
  const hasPowers = layers.length > 0 || series.times.length > 0;
  const hasLevel = series.soc.some((value) => value !== null);
  const hasPrices = Object.values(series.prices).some((known) => known.length > 0);
  const panels = [
    ...(hasPowers ? ["power"] : []),
    ...(hasLevel ? ["level"] : []),
    ...(hasPrices || !hasPowers ? ["prices"] : []),
  ];
  const heights = { power: {}, level: LEVEL, prices: PRICES };
  const grids = stacked(panels.map((name) => heights[name]), height);
  const empty = hasPowers ? gaps(series, from, Math.min(to, now)) : [];
  const shown = layers.map((layer) => drawn(layer, series));
  const made = panels.map((name, index) => {
    switch (name) {
      case "level":
        return levelPanel(index, pairs(series, series.soc), colours);
      case "prices":
        return pricePanel(index, series.prices, forecasts, colours, index === 0);
      default:
        return {
          axis: valueAxis(axisOf("W", highest(shown), locale), colours),
          series: [
            ...layers.map((layer, at) => layerOptions(layer, colours, shown[at])),
            veils(series, colours, grids[0].top + grids[0].height),
            ...(before ? earlier(before, layers, colours) : []),
            {
              id: "zero", type: "line", data: [[from, 0], [to, 0]], symbol: "none", silent: true, z: 5,
              lineStyle: { color: colours.edge, width: 1 },
            },
          ],
        };
    }
  });
  const all = made.flatMap(({ series: own }, index) => [
    ...frame(index, view, colours, empty, index === panels.length - 1),
    ...own,
  ]);
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: grids,
    xAxis: timeAxes(panels.length, from, to),
    yAxis: made.map(({ axis }) => axis),
    series: all,
  };
}
