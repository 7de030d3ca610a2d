/**
 * Where power comes from and goes to, in amounts and in words. The server writes the first ones by the same rules
 * (energy.liveone.web.live.FlowNow). Grid: import positive; battery: discharge positive.
 */
import { locale, word } from "./page.js";
import { text } from "./number.js";

/** Below this many watts nothing worth a word flows. */
const IDLE_W = 30;

function known(value) {
  return typeof value === "number" && Number.isFinite(value);
}

function above(value) {
  return known(value) ? Math.max(value, 0) : 0;
}

/** Splits powers by role into what flows in and what flows out, all in W and not negative. */
export function split({ solar, battery, grid, load }) {
  return {
    solar: above(solar),
    discharge: above(battery),
    bought: above(grid),
    charge: above(known(battery) ? -battery : null),
    sold: above(known(grid) ? -grid : null),
    load: above(load),
  };
}

/** One sentence for the whole site. */
export function sentence(powers) {
  if (!["solar", "battery", "grid", "load"].some((role) => known(powers[role]))) {
    return word("now.unknown");
  }
  const flows = split(powers);
  const sources = [
    flows.solar > IDLE_W ? "s" : "",
    flows.discharge > IDLE_W ? "b" : "",
    flows.bought > IDLE_W ? "g" : "",
  ].join("");
  const charging = flows.charge > IDLE_W;
  const selling = flows.sold > IDLE_W;
  const sinks = charging && selling ? "both" : charging ? "charge" : selling ? "export" : "";
  const first = word(sources === "" ? "now.runs.none" : `now.runs.${sources}`);
  return sinks === "" ? first : `${first} ${word(`now.spare.${sinks}`)}`;
}

/** What one role does, in few words. */
export function doing(role, value, soc) {
  if (!known(value)) {
    return word("role.missing");
  }
  const way = value > IDLE_W ? "out" : value < -IDLE_W ? "in" : "idle";
  if (role === "battery" && known(soc)) {
    return word(`role.battery.${way}.soc`, text(soc, "%", locale));
  }
  return word(`role.${role}.${role === "solar" || role === "load" ? (way === "in" ? "idle" : way) : way}`);
}
