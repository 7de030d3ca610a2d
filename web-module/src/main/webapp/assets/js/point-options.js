/** Points chosen one by one as options of ECharts: one panel for each unit, so that no curve is measured by another's axis. */
import { EDGE, gapAreas, highest, nowMark, stacked, timeAxes, timeMarks, valueAxis } from "./axes.js";
import { axisOf } from "./number.js";
import { locale } from "./page.js";
import { gaps, pairs } from "./series.js";

/** Room above a panel for its unit. */
const GAP = 32;
const DASHES = ["solid", "dashed", "dotted"];
const WITHOUT_SUBSYSTEM = "price";

/** The colour of a point's subsystem, and a dash of its own among the points of that colour before it. */
export function strokes(points) {
  const used = new Map();
  return points.map(({ style }) => {
    const colour = /of-(\w+)/.exec(style)?.[1] ?? WITHOUT_SUBSYSTEM;
    const earlier = used.get(colour) ?? 0;
    used.set(colour, earlier + 1);
    return { colour, dash: DASHES[earlier % DASHES.length] };
  });
}

/** The units of some points, each once, in their order. */
function unitsOf(points) {
  return [...new Set(points.map(({ unit }) => unit))];
}

/** {series: {times, values}, points: [{key, label, unit, at, colour, dash}], from, to, now, zone, width, height}. */
export function pointOptions(view, colours) {
  const { series, points, from, to, now, height } = view;
  const units = unitsOf(points);
  const share = Math.max(70, (height - EDGE.top - EDGE.labels) / Math.max(1, units.length) - GAP);
  const grids = stacked(units.map((_, index) => (index === 0 ? {} : { height: share, gap: GAP })), height);
  const empty = gaps(series, from, Math.min(to, now));
  const rows = points.map(({ at }) => pairs(series, series.values[at]));
  const axes = units.map((unit, index) => {
    const most = highest(rows.filter((_, place) => points[place].unit === unit));
    return valueAxis(axisOf(unit, most, locale), colours, { gridIndex: index, scale: true, splitNumber: units.length > 2 ? 3 : 5 });
  });
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: grids,
    xAxis: timeAxes(units.length, from, to),
    yAxis: axes,
    series: [
      ...units.map((_, index) => ({
        id: `frame-${index}`, type: "line", data: [], silent: true, z: 1, xAxisIndex: index, yAxisIndex: index,
        markLine: timeMarks(view, colours, index === units.length - 1),
        markArea: gapAreas(empty, colours),
      })),
      ...units.map((_, index) => ({
        id: `now-${index}`, type: "line", data: [], silent: true, z: 5, xAxisIndex: index, yAxisIndex: index,
        markLine: nowMark(view, colours, index === 0),
      })),
      ...points.map(({ key, unit, colour, dash }, index) => ({
        id: key, type: "line", data: rows[index], symbol: "none", silent: true, z: 3,
        xAxisIndex: units.indexOf(unit), yAxisIndex: units.indexOf(unit),
        lineStyle: { color: colours[colour === "solar" ? "solar-line" : colour], width: 1.75, type: dash },
      })),
    ],
  };
}
