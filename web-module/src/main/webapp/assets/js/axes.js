/** What all drawings over time have in common: their edges, panels above each other, axes, times, marks. ECharts labels no times: round local times come from our own sums of clocks. */
import { hatching } from "./palette.js";
import { clock, date, dayOfMonth, ticks, weekday } from "./time.js";
import { locale, word } from "./page.js";

export const EDGE = { left: 52, right: 14, top: 30, labels: 24, between: 16 };
const LEAST_HEIGHT = 80;
/** Labels are dates from so long a time on, and need more room than those of hours. */
const DATES_FROM_MS = 3 * 86_400_000;
const DATE_PX = 92;
const CLOCK_PX = 64;
const LABEL_GAP_PX = 24;
/** As on a phone: days are told in few letters. */
const NARROW_PX = 420;
const SHORT_DATE_PX = 56;
const WEEKDAYS_UNTIL_MS = 14 * 86_400_000;

/** Panels one above the other: the first takes what is left of the height, the others have a height of their own. */
export function stacked(panels, height) {
  let bottom = EDGE.labels;
  const grids = [];
  for (const panel of panels.slice(1).reverse()) {
    grids.unshift({ left: EDGE.left, right: EDGE.right, bottom, height: panel.height });
    bottom += panel.height + (panel.gap ?? EDGE.between);
  }
  grids.unshift({
    left: EDGE.left,
    right: EDGE.right,
    top: EDGE.top,
    height: Math.max(LEAST_HEIGHT, height - EDGE.top - bottom),
  });
  return grids;
}

/** An axis of values, in the unit and the figures of number.js; the unit stands above it. */
export function valueAxis({ unit, write }, colours, more = {}) {
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
      formatter: write,
    },
    splitLine: { lineStyle: { color: colours.line, width: 1 } },
    ...more,
  };
}

/** One axis of time for each panel. Of type time, or ECharts would take the instants for the amounts to be stacked. */
export function timeAxes(count, from, to) {
  return Array.from({ length: count }, (_, index) => ({ type: "time", min: from, max: to, show: false, gridIndex: index }));
}

/** Vertical lines. */
export function upright(colours, marks) {
  return { silent: true, symbol: "none", animation: false, z: 1, data: marks, label: { color: colours.muted, fontSize: 12 } };
}

/** Which of some places along a line hold their label: days first, then hours, each where there is room left. */
function roomy(places) {
  const taken = [];
  const fits = new Set();
  for (const place of [...places.filter(({ startsDay }) => startsDay), ...places.filter(({ startsDay }) => !startsDay)]) {
    if (taken.every(([from, to]) => place.to <= from || place.from >= to)) {
      taken.push([place.from, place.to]);
      fits.add(place.instant);
    }
  }
  return fits;
}

/** How the start of a day is written, and how wide that is at most. */
function dayLabel({ from, to, width }) {
  if (width >= NARROW_PX) {
    return { size: DATE_PX, write: date };
  }
  return { size: SHORT_DATE_PX, write: to - from > WEEKDAYS_UNTIL_MS ? dayOfMonth : weekday };
}

/** Vertical lines at round local times, with labels beneath the lowest panel. */
export function timeMarks({ from, to, zone, width }, colours, labels) {
  const day = dayLabel({ from, to, width });
  const room = to - from > DATES_FROM_MS ? day.size : CLOCK_PX;
  const round = ticks(from, to, Math.max(2, Math.floor(width / room)), zone);
  const places = round.map(({ instant, startsDay }) => {
    const at = ((instant - from) / (to - from)) * width;
    const size = startsDay ? day.size : CLOCK_PX - LABEL_GAP_PX;
    const align = width - at < 32 ? "right" : "center";
    const begin = align === "right" ? at - size : at - size / 2;
    return { instant, startsDay, align, from: begin, to: begin + size };
  });
  const shown = roomy(places);
  return upright(
    colours,
    places.map(({ instant, startsDay, align }) => ({
      xAxis: instant,
      lineStyle: { color: colours.line, type: "solid", width: startsDay ? 1.5 : 1 },
      label:
        labels && shown.has(instant)
          ? {
              show: true,
              position: "start",
              distance: 6,
              fontWeight: startsDay ? 600 : 400,
              align,
              formatter: startsDay ? day.write(instant, zone, locale) : clock(instant, zone, locale),
            }
          : { show: false },
    })),
  );
}

/** The line at this moment, if it lies within. */
export function nowMark({ now, from, to }, colours, labelled) {
  return upright(
    colours,
    now > from && now < to
      ? [
          {
            xAxis: now,
            lineStyle: { color: colours.text, type: [3, 3], width: 1 },
            label: { show: labelled, position: "end", formatter: word("chart.now"), color: colours.text },
          },
        ]
      : [],
  );
}

/** Hatched stretches without data. */
export function gapAreas(stretches, colours) {
  return {
    silent: true,
    animation: false,
    z: 1,
    itemStyle: { color: hatching(colours.line) },
    data: stretches.map(([start, end]) => [{ xAxis: start }, { xAxis: end }]),
  };
}

/** The largest size among rows of pairs. */
export function highest(rows) {
  return rows.reduce((most, row) => row.reduce((top, [, value]) => Math.max(top, Math.abs(value ?? 0)), most), 0);
}
