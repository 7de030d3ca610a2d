/** What a chart shows, as it stands in the address: ?range=&end=&on=&step=&points=&compare=. */
import { isRange, STEPS } from "./period.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The state that an address names; what it says wrongly counts as not said. */
export function stateOf(search) {
  const query = new URLSearchParams(search);
  const range = isRange(query.get("range")) ? query.get("range") : "24H";
  const end = Number(query.get("end"));
  const on = query.get("on");
  const step = query.get("step");
  return {
    range,
    end: end > 0 ? end * 1000 : null,
    on: on !== null && DATE.test(on) && !Number.isNaN(Date.parse(on)) ? on : null,
    step: STEPS[range].includes(step) ? step : null,
    points: (query.get("points") ?? "").split(",").filter(Boolean),
    compare: query.get("compare") === "1",
  };
}

/** The query of the address of a state; what else stands in it stays. */
export function searchOf(state, search) {
  const query = new URLSearchParams(search);
  const put = (name, value) => (value ? query.set(name, value) : query.delete(name));
  put("range", state.range);
  put("end", state.end === null ? "" : String(Math.round(state.end / 1000)));
  put("on", state.on);
  put("step", state.step);
  put("points", state.points.join(","));
  put("compare", state.compare ? "1" : "");
  // Commas need no escaping in a query, and such addresses can be read.
  return `?${query.toString().replaceAll("%2C", ",")}`;
}
