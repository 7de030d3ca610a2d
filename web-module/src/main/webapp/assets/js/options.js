/** From series to ECharts options. ECharts labels no times: round local times come from our own sums of clocks. */
import { axis as axisNumber } from "./number.js";
import { hatching } from "./palette.js";
import { drawn } from "./layers.js";
import { gaps, pairs } from "./series.js";
import { clock, date, ticks } from "./time.js";
import { locale, word } from "./page.js";

export const EDGE = { left: 52, right: 14, top: 30, labels: 24, charge: 44, between: 14 };

function area(layer, colours, data) {
  const base = {
    id: layer.id,
    type: "line",
    data,
    symbol: "none",
    silent: true,
    lineStyle: { color: colours[layer.stroke], width: layer.side === "line" ? 2 : 1.25, type: layer.dash },
    z: layer.side === "line" ? 4 : 3,
  };
  if (layer.side === "line") {
    return base;
  }
  const opacity = layer.side === "down" ? colours.fill * 0.6 : colours.fill;
  return { ...base, stack: layer.side, areaStyle: { color: colours[layer.colour], opacity } };
}

function upright(colours, marks) {
  return { silent: true, symbol: "none", animation: false, z: 2, data: marks, label: { color: colours.muted, fontSize: 12 } };
}

function valueAxis(unitFactor, colours, unit) {
  return {
    type: "value",
    splitNumber: 5,
    axisLine: { show: false },
    axisTick: { show: false },
    name: unit,
    nameGap: 14,
    nameTextStyle: { color: colours.muted, fontSize: 12, align: "right", padding: [0, 6, 0, 0] },
    axisLabel: {
      color: colours.muted,
      fontSize: 12,
      formatter: (value) => axisNumber(value * unitFactor, locale),
    },
    splitLine: { lineStyle: { color: colours.line, width: 1 } },
  };
}

function highest(rows) {
  return rows.reduce((most, row) => row.reduce((top, [, value]) => Math.max(top, Math.abs(value ?? 0)), most), 0);
}

/** Power over time: {series, layers, from, to, now, zone, width, height}. */
export function powerOptions(view, colours) {
  const { series, layers, from, to, now, zone, width, height } = view;
  const shown = layers.map((layer) => drawn(layer, series));
  const soc = series.soc.some((value) => value !== null) ? pairs(series, series.soc) : null;
  const bottom = EDGE.labels + (soc ? EDGE.charge + EDGE.between : 0);
  const kilo = highest(shown) >= 1000;
  // Of type time, or ECharts would take the instants for the amounts to be stacked.
  const timeAxis = { type: "time", min: from, max: to, show: false };
  const round = ticks(from, to, Math.max(3, Math.floor(width / 64)), zone);
  const marks = (labels) =>
    upright(
      colours,
      round.map(({ instant, startsDay }) => ({
        xAxis: instant,
        lineStyle: { color: colours.line, type: "solid", width: startsDay ? 1.5 : 1 },
        label: labels
          ? { show: true, position: "start", distance: 6, fontWeight: startsDay ? 600 : 400,
              align: ((to - instant) / (to - from)) * width < 32 ? "right" : "center",
              formatter: startsDay ? date(instant, zone, locale) : clock(instant, zone, locale) }
          : { show: false },
      })),
    );
  const empty = gaps(series, from, Math.min(to, now));
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: [
      { left: EDGE.left, right: EDGE.right, top: EDGE.top, height: Math.max(80, height - EDGE.top - bottom) },
      ...(soc ? [{ left: EDGE.left, right: EDGE.right, bottom: EDGE.labels, height: EDGE.charge }] : []),
    ],
    xAxis: [timeAxis, ...(soc ? [{ ...timeAxis, gridIndex: 1 }] : [])],
    yAxis: [
      valueAxis(kilo ? 1e-3 : 1, colours, kilo ? "kW" : "W"),
      ...(soc
        ? [{
            type: "value", gridIndex: 1, min: 0, max: 100, interval: 100,
            axisLine: { show: false }, axisTick: { show: false },
            axisLabel: { color: colours.muted, fontSize: 12, formatter: (value) => (value === 0 ? "" : "100 %") },
            splitLine: { lineStyle: { color: colours.line } },
          }]
        : []),
    ],
    series: [
      {
        id: "frame", type: "line", data: [], silent: true, z: 1, markLine: marks(!soc),
        markArea: {
          silent: true, animation: false, z: 1,
          itemStyle: { color: hatching(colours.line) },
          data: empty.map(([start, end]) => [{ xAxis: start }, { xAxis: end }]),
        },
      },
      ...layers.map((layer, index) => area(layer, colours, shown[index])),
      {
        id: "zero", type: "line", data: [[from, 0], [to, 0]], symbol: "none", silent: true, z: 5,
        lineStyle: { color: colours.edge, width: 1 },
        markLine: upright(colours, now > from && now < to
          ? [{ xAxis: now, lineStyle: { color: colours.text, type: [3, 3], width: 1 },
               label: { show: true, position: "end", formatter: word("chart.now"), color: colours.text } }]
          : []),
      },
      ...(soc
        ? [{
            id: "soc", type: "line", xAxisIndex: 1, yAxisIndex: 1, data: soc, symbol: "none", silent: true, z: 3,
            lineStyle: { color: colours.battery, width: 1.5 },
            areaStyle: { color: colours.battery, opacity: 0.15 },
            markLine: marks(true),
          }]
        : []),
    ],
  };
}

/** Energy by day: {series: {days, solar, …}, layers, zone, height}. */
export function energyOptions(view, colours) {
  const { series, layers, zone } = view;
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: EDGE.left, right: EDGE.right, top: EDGE.top, bottom: EDGE.labels },
    xAxis: {
      type: "category",
      data: series.days.map((day) => date(day, zone, locale)),
      axisLine: { onZero: false, show: false },
      axisTick: { show: false },
      axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true },
    },
    yAxis: valueAxis(1, colours, "kWh"),
    series: layers.map((layer) => {
      const data = layer.of(series);
      if (layer.side === "line") {
        return { ...area(layer, colours, data), symbol: "circle", symbolSize: 6, itemStyle: { color: colours[layer.stroke] } };
      }
      return {
        id: layer.id, type: "bar", stack: "day", data, silent: true, barMaxWidth: 28, barCategoryGap: "30%",
        itemStyle: { color: colours[layer.colour], opacity: layer.side === "down" ? colours.fill * 0.6 : colours.fill },
      };
    }),
  };
}
