/** Refreshes what today brought, every few minutes and after midnight at the site. */
import * as api from "./api.js";
import { freshen, locale, site } from "./page.js";
import { quantity } from "./number.js";
import { midnight } from "./time.js";

const EVERY_MS = 300_000;

function write(card, name, value, unit) {
  const cell = card.querySelector(`[data-energy="${name}"]`);
  if (cell !== null) {
    const parts = quantity(value, unit, locale);
    freshen(cell.querySelector(".number"), parts.number);
    cell.querySelector(".unit").textContent = parts.unit;
  }
}

async function refresh(card) {
  const now = Date.now();
  const keys = Object.values(site.energies);
  const body = await api.historical(site.subject, keys, {
    aggregation: "daily",
    from: midnight(now, 0, site.zone),
    to: now,
  });
  const today = body.data[body.data.length - 1] ?? {};
  for (const [flow, key] of Object.entries(site.energies)) {
    write(card, flow, today[key], "kWh");
  }
  const used = today[site.energies.load];
  const bought = today[site.energies.import];
  write(card, "own", used > 0 && bought !== undefined ? Math.max(0, 1 - bought / used) * 100 : null, "%");
}

export function startDayEnergies(card) {
  let refreshedAt = Date.now();
  document.addEventListener("liveone:latest", () => {
    if (Date.now() - refreshedAt > EVERY_MS) {
      refreshedAt = Date.now();
      refresh(card).catch(() => {}); // the next round tries again; the lost connection is shown by the live values
    }
  });
}
