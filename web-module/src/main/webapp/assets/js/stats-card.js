/** The card of statistics: writes what the flow of the chart's period came to, and that of the period before where it is compared. */
import { MISSING, text } from "./number.js";
import { freshen, locale } from "./page.js";

const MINUS = "\u2212";

function share(value) {
  return text(value === undefined || value === null ? null : value * 100, "%", locale);
}

/** "+12 %" or "−4 %"; nothing to say without an amount before. */
function change(now, before) {
  if (now === undefined || before === undefined || before <= 0) {
    return MISSING;
  }
  const percent = Math.round((now / before - 1) * 100);
  return `${percent > 0 ? "+" : percent < 0 ? MINUS : ""}${text(Math.abs(percent), "%", locale)}`;
}

/** The card's texts by their keys, of an answer's range. */
function texts(range, before) {
  const found = {
    own: share(range.selfSufficiency),
    kept: share(range.selfConsumption),
    charge: MISSING,
    co2Imported: text(range.co2?.importedKg, "kg", locale),
    co2Avoided: text(range.co2?.avoidedKg, "kg", locale),
    measured: share(range.seconds > 0 ? range.coveredS / range.seconds : null),
    estimated: share(range.seconds > 0 ? range.estimatedS / range.seconds : null),
  };
  if (range.stateOfCharge) {
    const { min, mean, max } = range.stateOfCharge;
    found.charge = [min, mean, max].map((one) => text(one, "%", locale)).join(" / ");
  }
  for (const name of ["solar", "load", "import", "export", "discharge", "charge"]) {
    const part = range.parts[name];
    const earlier = before?.parts[name];
    found[`${name}/energy`] = text(part?.kWh, "kWh", locale);
    found[`${name}/average`] = text(part?.averageW, "W", locale);
    found[`${name}/peak`] = text(part?.peakW, "W", locale);
    found[`${name}/before`] = text(earlier?.kWh, "kWh", locale);
    found[`${name}/change`] = change(part?.kWh, earlier?.kWh);
  }
  return found;
}

export function startStats(card) {
  document.addEventListener("liveone:flow", ({ detail: { range, before, name } }) => {
    const found = texts(range, before);
    for (const cell of card.querySelectorAll("[data-stat]")) {
      freshen(cell, found[cell.dataset.stat] ?? MISSING);
    }
    for (const cell of card.querySelectorAll(".of-before")) {
      cell.hidden = before === null;
    }
    card.querySelector(".stats-caption").textContent = name;
  });
}
