/** A calendar as options of ECharts: a heatmap of weeks and weekdays. */
import { locale } from "./page.js";
import { local } from "./time.js";

export const EDGE = { left: 40, top: 24 };
const GAP = 2;
const WEEKS = 54;
const LEAST_PITCH = 17;
const LARGEST_PITCH = 25;

/** Distance of two days in pixels, so that a year fills a width if it can. */
export function pitchFor(width) {
  return Math.max(LEAST_PITCH, Math.min(LARGEST_PITCH, Math.floor((width - EDGE.left - 8) / WEEKS)));
}

/** Size in pixels of so many weeks. */
export function sizeOf(weeks, pitch) {
  return { width: EDGE.left + weeks * pitch + 8, height: EDGE.top + 7 * pitch + 4 };
}

/** Short names of the weekdays, the first as the reader counts. */
function weekdays(weekStart) {
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(1970, 0, 4 + weekStart + index))));
}

/** The name of each month above the week in which it begins. */
function monthOf(days, zone) {
  const format = new Intl.DateTimeFormat(locale, { month: "short", timeZone: zone });
  const names = new Map();
  for (const { instant, week } of days) {
    if (local(instant, zone).day === 1) {
      names.set(week, format.format(instant));
    }
  }
  return (week) => names.get(Number(week)) ?? "";
}

/** {days, measure, pitch, zone, weekStart}. */
export function calendarOptions({ days, measure, pitch, zone, weekStart }, colours) {
  const weeks = days[days.length - 1].week + 1;
  const values = days.map((day) => measure.of(day)).filter((value) => value !== null);
  const most = measure.unit === "%" ? 100 : Math.max(1, ...values);
  const label = { color: colours.muted, fontSize: 12 };
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: EDGE.left, top: EDGE.top, width: weeks * pitch, height: 7 * pitch },
    xAxis: {
      type: "category", position: "top", data: Array.from({ length: weeks }, (_, week) => String(week)), ...bare,
      axisLabel: { ...label, interval: 0, formatter: monthOf(days, zone), align: "left", margin: 8 },
    },
    yAxis: {
      type: "category", inverse: true, data: weekdays(weekStart), ...bare,
      axisLabel: { ...label, interval: 0, formatter: (name, index) => (index % 2 === 0 ? name : "") },
    },
    visualMap: {
      show: false, min: 0, max: most, dimension: 2, seriesIndex: 0,
      inRange: { color: [colours.sunken, colours[measure.colour]] },
    },
    series: [
      {
        type: "heatmap", silent: true, progressive: 0,
        data: days.filter((day) => measure.of(day) !== null).map((day) => ({
          value: [day.week, day.weekday, measure.of(day)],
          itemStyle: { opacity: day.incomplete ? 0.5 : 1 },
        })),
        itemStyle: { borderWidth: GAP, borderColor: colours.surface },
      },
      {
        type: "scatter", silent: true, symbol: "rect", symbolSize: 3, z: 1,
        data: days.filter((day) => measure.of(day) === null).map((day) => [day.week, day.weekday]),
        itemStyle: { color: colours.line },
      },
    ],
  };
}
