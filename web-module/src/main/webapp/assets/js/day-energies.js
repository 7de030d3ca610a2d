/** Refreshes what today brought, every few minutes and after midnight at the site. */
import * as api from "./api.js";
import { freshen, locale, site, word } from "./page.js";
import { quantity, text } from "./number.js";
import { midnight } from "./time.js";

const EVERY_MS = 300_000;

/** As the server's first paint: of less than this share of the day is told how much was measured; an hour's delay is usual. */
const WHOLE = 0.95;
const GRACE_S = 3_600;

function write(card, name, value, unit, note = "") {
  const cell = card.querySelector(`[data-energy="${name}"]`);
  if (cell !== null) {
    const parts = quantity(value, unit, locale);
    freshen(cell.querySelector(".number"), parts.number);
    cell.querySelector(".unit").textContent = parts.unit;
    cell.querySelector(".energy-note").textContent = note;
  }
}

function measured(covered, soFar) {
  return covered === undefined || covered >= soFar - GRACE_S ? 1 : covered / soFar;
}

async function refresh(card) {
  const now = Date.now();
  const from = midnight(now, 0, site.zone);
  const evidence = site.drawnFromEnergies ? "best" : null;
  const body = await api.historical(site.subject, Object.values(site.today), { aggregation: "daily", from, to: now, evidence });
  const today = body.data[body.data.length - 1] ?? {};
  const share = (key) => measured(today[`${key}_coveredS`], (now - from) / 1000);
  for (const [flow, key] of Object.entries(site.today)) {
    const part = share(key);
    write(card, flow, today[key], "kWh", part < WHOLE ? word("energy.measured", text(part * 100, "%", locale)) : "");
  }
  const used = today[site.today.load];
  const bought = today[site.today.import];
  const isKnown = used > 0 && bought !== undefined && share(site.today.import) >= WHOLE;
  write(card, "own", isKnown ? Math.max(0, 1 - bought / used) * 100 : null, "%");
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
