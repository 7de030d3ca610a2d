/** The card around a power chart: range buttons, legend, tip, summary, data table, reloading. Its state stands in the URL. */
import * as api from "./api.js";
import { PowerChart } from "./chart.js";
import { chartTable, legend, tip } from "./chart-parts.js";
import { element, locale, site, word } from "./page.js";
import { AGGREGATION, isRange, moved, period, today } from "./period.js";
import { days, powers } from "./series.js";
import { summary } from "./summary.js";
import { date, moment, zoneName } from "./time.js";

const RELOAD_MS = { "1H": 20_000, "6H": 30_000, "24H": 60_000, "7D": 300_000, "30D": 600_000 };

export class ChartCard {
  #root;
  #chart;
  #state;
  #view = null;
  #asked = null;
  #loadedAt = Date.now();

  constructor(root) {
    this.#root = root;
    this.#state = { range: site.range, end: site.end === null ? null : site.end * 1000 };
    this.#chart = new PowerChart(this.#find(".chart"), {
      describe: (index) => tip(this.#view, this.#chart.layers(), index),
      moved: (index) => (this.#find(".chart-spoken").textContent = tip(this.#view, this.#chart.layers(), index, true)),
      zoomed: (isZoomed) => (this.#find("[data-zoom-out]").hidden = !isZoomed),
    });
    this.#listen();
    this.#take(site.historical);
    document.addEventListener("liveone:latest", () => this.#reloadWhenDue());
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }

  #listen() {
    for (const button of this.#root.querySelectorAll("[data-range]")) {
      button.addEventListener("click", () => this.#go({ ...this.#state, range: button.dataset.range }));
    }
    for (const button of this.#root.querySelectorAll("[data-step]")) {
      const step = Number(button.dataset.step);
      button.addEventListener("click", () => this.#go(moved(this.#state, step, Date.now(), site.zone)));
    }
    this.#find("[data-today]").addEventListener("click", () => this.#go(today(Date.now(), site.zone)));
    this.#find("[data-now]").addEventListener("click", () => this.#go({ ...this.#state, end: null }));
    this.#find("[data-zoom-out]").addEventListener("click", () => this.#chart.reset());
    this.#find(".chart-table").addEventListener("toggle", () => this.#fillTable());
    addEventListener("popstate", () => this.#show(this.#stateOfUrl()));
  }

  #stateOfUrl() {
    const query = new URLSearchParams(location.search);
    const range = query.get("range");
    const end = Number(query.get("end"));
    return { range: isRange(range) ? range : "24H", end: end > 0 ? end * 1000 : null };
  }

  #go(state) {
    const query = new URLSearchParams(location.search);
    query.set("range", state.range);
    query.delete("end");
    if (state.end !== null) {
      query.set("end", Math.round(state.end / 1000));
    }
    history.pushState(null, "", `?${query}`);
    this.#show(state);
  }

  #show(state) {
    this.#state = state;
    this.#chart.reset();
    this.#markButtons();
    this.#load(true);
  }

  async #load(showsProgress) {
    const { range } = this.#state;
    const { from, to, live } = period(this.#state, Date.now(), site.zone);
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#loadedAt = Date.now();
    this.#tellPeriod(from, to, live, showsProgress);
    const progress = setTimeout(() => showsProgress && this.#find(".chart").classList.add("is-loading"), 100);
    try {
      const keys = range === "30D" ? Object.values(site.energies) : [...Object.values(site.powers), site.soc];
      this.#take(
        await api.historical(
          site.subject,
          keys.filter(Boolean),
          { range: live ? range : null, aggregation: AGGREGATION[range], from, to },
          asked.signal,
        ),
      );
    } catch (problem) {
      if (problem.name !== "AbortError" && showsProgress) {
        this.#say(word("chart.failed"));
      }
    } finally {
      clearTimeout(progress);
      if (this.#asked === asked) {
        this.#find(".chart").classList.remove("is-loading");
      }
    }
  }

  /** Others on the page follow the chart's period. */
  #tellPeriod(from, to, live, chosen) {
    const name = live ? this.#find(`[data-range="${this.#state.range}"]`).title : this.#periodText(from, to);
    document.dispatchEvent(new CustomEvent("liveone:period", { detail: { from, to, name, chosen } }));
  }

  #reloadWhenDue() {
    if (this.#state.end === null && Date.now() - this.#loadedAt > RELOAD_MS[this.#state.range]) {
      this.#load(false);
    }
  }

  #take(body) {
    const now = Date.now();
    const { from, to, live } = period(this.#state, now, site.zone);
    const kind = this.#state.range === "30D" ? "energy" : "power";
    const series = kind === "energy" ? days(body, site) : powers(body, site);
    const margin = live && kind === "power" ? (to - from) * 0.015 : 0;
    this.#view = { kind, series, from, to: to + margin, now, zone: site.zone };
    this.#say(series.times.length === 0 ? word("chart.empty") : null);
    this.#chart.show(this.#view);
    this.#describe(from, to);
    this.#markButtons();
  }

  #periodText(from, to) {
    const wholeDays = this.#state.range === "30D" || this.#state.range === "7D";
    const ends = wholeDays
      ? [date(from, site.zone, locale), date(to - 1, site.zone, locale)]
      : [moment(from, site.zone, locale), moment(to, site.zone, locale)];
    return ends.join(" \u2013 ");
  }

  #describe(from, to) {
    const zone = site.zone;
    this.#find(".chart-period").textContent = this.#periodText(from, to);
    this.#find(".zone").textContent = zoneName(Math.min(to, Date.now()), zone, locale);
    this.#find(".chart-summary").textContent = summary(this.#view);
    const layers = this.#chart.layers();
    const buttons = legend(layers, this.#view.kind, (layer, button) =>
      button.setAttribute("aria-pressed", this.#chart.toggle(layer)),
    );
    if (this.#find(".legend").dataset.of !== layers.map((layer) => layer.id).join()) {
      this.#find(".legend").dataset.of = layers.map((layer) => layer.id).join();
      this.#find(".legend").replaceChildren(...buttons);
    }
    this.#fillTable();
  }

  #fillTable() {
    const table = this.#find(".chart-table");
    if (table.open) {
      table.querySelector(".scroll").replaceChildren(chartTable(this.#view, this.#chart.layers()));
    }
  }

  #say(message) {
    const place = this.#find(".chart-message");
    place.hidden = message === null;
    place.replaceChildren(message === null ? "" : element("p", {}, message));
  }

  #markButtons() {
    const { range, end } = this.#state;
    for (const button of this.#root.querySelectorAll("[data-range]")) {
      button.setAttribute("aria-pressed", button.dataset.range === range);
    }
    const atNow = end === null;
    this.#find("[data-now]").setAttribute("aria-pressed", atNow);
    this.#find('[data-step="1"]').disabled = atNow || end > Date.now();
  }
}
