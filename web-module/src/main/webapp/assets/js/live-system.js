/** One part of the page that shows latest values of one system: a card, the live numbers, a grid of points. */
import { doing, sentence, split } from "./flow.js";
import { freshen, locale, site, word } from "./page.js";
import { quantity } from "./number.js";
import { pointValue } from "./point-value.js";
import { clock, date } from "./time.js";

const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;

/** "20 s ago" */
export function age(seconds) {
  const [unit, size] =
    seconds < MINUTE_S ? ["s", 1] : seconds < HOUR_S ? ["min", MINUTE_S] : seconds < DAY_S ? ["h", HOUR_S] : ["d", DAY_S];
  return word(`age.${unit}`, Math.max(0, Math.floor(seconds / size)));
}

/** The lamp's sentence: asleep, live, late, or since when there is nothing. */
export function lampText(health, updated, now, zone, asleepUntil = 0) {
  if (asleepUntil > now) {
    const at = asleepUntil * 1000;
    const name = asleepUntil - now < HOUR_S ? "lamp.quiet" : "lamp.asleep";
    return word(name, asleepUntil - now < DAY_S ? clock(at, zone, locale) : date(at, zone, locale));
  }
  if (health === "green" || health === "yellow") {
    return word(`lamp.${health}`, age(now - updated));
  }
  const at = updated * 1000;
  const since = now - updated < DAY_S ? clock(at, zone, locale) : date(at, zone, locale);
  return word("lamp.red", since);
}

export class LiveSystem {
  #root;
  #zone;
  #updated;
  #lamps;
  #members;
  #late = 0;

  constructor(root) {
    this.#root = root;
    this.subject = root.dataset.composite ? `compositeId=${root.dataset.composite}` : `systemId=${root.dataset.system}`;
    this.#zone = root.dataset.zone;
    this.#updated = Number(root.dataset.updated) || 0;
    this.#lamps = this.#own(".lamp[data-moving]");
    this.#members = Number(root.dataset.members) || 0;
  }

  /** What is of this system: cards of others may stand within. */
  #own(selector) {
    return [...this.#root.querySelectorAll(selector)].filter((each) => each.closest("[data-system]") === this.#root);
  }

  /** Shows an answer of the latest values. */
  show(answer) {
    const values = answer.data;
    this.#updated = answer.metadata?.lastUpdate ?? answer.metadata?.oldest ?? this.#updated;
    for (const cell of this.#own("[data-point]")) {
      const reading = values[cell.dataset.point];
      if (reading) {
        const parts = pointValue(reading.value, reading.unit, this.#zone);
        this.#write(cell, parts);
        cell.dataset.time = reading.timestamp;
      }
    }
    if (this.#members === 0 && this.#updated > 0) {
      this.#beginLamps(answer.metadata?.health);
    }
    if (site !== null && this.subject === site.subject) {
      this.#showFlows(values);
    }
    this.#showLevels(values);
    if (this.#members > 0) {
      this.#late = answer.metadata.lateSystemIds.length;
      this.showHealth(this.#late === 0 ? "green" : answer.metadata.oldest ? "yellow" : "red");
    }
    this.tick();
  }

  /** A system that was never heard of is, from its first values on; its lamp does not wait to be asked for. */
  #beginLamps(health) {
    if (health && this.#lamps.some((lamp) => lamp.dataset.health === "none")) {
      this.showHealth(health);
    }
  }

  #showLevels(values) {
    for (const bar of this.#own(".charge-bar[data-soc]")) {
      bar.firstElementChild.setAttribute("width", values[bar.dataset.soc]?.value ?? 0);
    }
  }

  showHealth(health, asleepUntil) {
    for (const lamp of this.#lamps) {
      lamp.dataset.health = health ?? "none";
      lamp.dataset.asleep = asleepUntil ?? 0;
    }
    this.tick();
  }

  /** Lets ages grow; called every second. */
  tick() {
    const now = Date.now() / 1000;
    for (const lamp of this.#lamps) {
      const isTold = this.#members === 0 || lamp.dataset.health === "green" || this.#late > 0;
      if (isTold && this.#updated > 0 && lamp.dataset.health !== "none") {
        lamp.querySelector(".lamp-text").textContent = this.#lampText(lamp, now);
      }
    }
    for (const cell of this.#own("[data-age-of]")) {
      const source = this.#root.querySelector(`[data-point="${cell.dataset.ageOf}"]`);
      const time = Number(source?.dataset.time);
      if (time > 0) {
        cell.textContent = age(now - time);
      }
    }
  }

  #lampText(lamp, now) {
    const { health, asleep } = lamp.dataset;
    if (this.#members > 0) {
      return health === "green"
        ? word("lamp.composite", age(now - this.#updated))
        : word("lamp.members", this.#late, this.#members);
    }
    return lampText(health, this.#updated, now, this.#zone, Number(asleep));
  }

  #write(cell, { number, unit }) {
    freshen(cell.querySelector(".number"), number);
    const unitCell = cell.querySelector(".unit");
    if (unitCell !== null && unitCell.textContent !== unit) {
      unitCell.textContent = unit;
    }
  }

  #showFlows(values) {
    const powers = {};
    for (const [role, key] of Object.entries(site.powers)) {
      powers[role] = values[key]?.value ?? null;
    }
    const soc = values[site.soc]?.value ?? null;
    const words = this.#root.querySelector(".now-sentence");
    if (words === null) {
      return;
    }
    freshen(words, sentence(powers));
    for (const [role, value] of Object.entries(powers)) {
      const tile = this.#root.querySelector(`[data-role="${role}"]`);
      if (tile !== null) {
        this.#write(tile, quantity(value === null ? null : Math.abs(value), "W", locale));
        tile.querySelector(".live-words").textContent = doing(role, value, soc);
      }
    }
    const flows = split(powers);
    this.#drawMix("sources", [flows.solar, flows.discharge, flows.bought]);
    this.#drawMix("sinks", [flows.load, flows.charge, flows.sold]);
  }

  #drawMix(name, amounts) {
    const bars = this.#root.querySelectorAll(`[data-mix="${name}"] rect`);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    let x = 0;
    bars.forEach((bar, index) => {
      const width = total > 0 ? (amounts[index] / total) * 1000 : 0;
      bar.setAttribute("x", x.toFixed(1));
      bar.setAttribute("width", Math.max(0, width - 4).toFixed(1));
      x += width;
    });
  }
}
