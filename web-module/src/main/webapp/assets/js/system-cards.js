/** Renews what today brought to the systems on cards, of all of them together: every few minutes, and after midnight at a site. */
import * as api from "./api.js";
import { freshen, locale } from "./page.js";
import { quantity } from "./number.js";
import { draw } from "./sparkline.js";
import { midnight } from "./time.js";

const EVERY_MS = 300_000;
const LOOK_MS = 20_000;
const AT_ONCE = 100;
const QUARTER_HOUR_MS = 900_000;

function keysOf(card) {
  const curve = card.querySelector(".sparkline").dataset;
  const figures = [...card.querySelectorAll("[data-key]")].map((figure) => figure.dataset.key);
  return [curve.area, curve.line, ...figures].filter((key) => key !== "");
}

function valueOf({ kind, key }, day) {
  if (kind === "sum") {
    return day.totals[key];
  }
  const known = (day.means[key] ?? []).filter((value) => value !== null);
  return known.length === 0 ? null : kind === "low" ? Math.min(...known) : Math.max(...known);
}

function show(card, day) {
  for (const figure of card.querySelectorAll("[data-key]")) {
    const parts = quantity(valueOf(figure.dataset, day), figure.dataset.unit, locale);
    freshen(figure.querySelector(".number"), parts.number);
    figure.querySelector(".unit").textContent = parts.unit;
  }
  const drawing = card.querySelector(".sparkline");
  const { form, area, line } = drawing.dataset;
  const slots = (Date.parse(day.to) - Date.parse(day.from)) / QUARTER_HOUR_MS;
  const paths = draw(form, slots, day.means[area] ?? [], day.means[line] ?? []);
  drawing.setAttribute("viewBox", `0 0 ${slots} 100`);
  for (const [name, path] of Object.entries(paths)) {
    drawing.querySelector(`.sparkline-${name}`).setAttribute("d", path);
  }
}

/** Starts with the cards of a page. */
export class SystemCards {
  #cards;
  #renewedAt = Date.now();
  #running = false;

  constructor(cards) {
    this.#cards = [...cards].filter((card) => card.querySelector(".sparkline") !== null);
    if (this.#cards.length > 0) {
      setInterval(() => this.#look(), LOOK_MS);
      document.addEventListener("visibilitychange", () => this.#look());
    }
  }

  #isDue(now) {
    return now - this.#renewedAt > EVERY_MS || this.#cards.some((card) => midnight(now, 0, card.dataset.zone) > this.#renewedAt);
  }

  async #look() {
    const now = Date.now();
    if (document.hidden || this.#running || !this.#isDue(now)) {
      return;
    }
    this.#running = true;
    this.#renewedAt = now;
    try {
      for (let from = 0; from < this.#cards.length; from += AT_ONCE) {
        await this.#renew(this.#cards.slice(from, from + AT_ONCE));
      }
    } catch (problem) {
      // the next round tries again; the lost connection is shown by the live values
    } finally {
      this.#running = false;
    }
  }

  async #renew(cards) {
    const answer = await api.today(
      cards.map((card) => card.dataset.system),
      [...new Set(cards.flatMap(keysOf))],
    );
    const days = new Map(answer.data.map((day) => [String(day.systemId), day]));
    for (const card of cards) {
      const day = days.get(card.dataset.system);
      if (day) {
        show(card, day);
      }
    }
  }
}
