/** The card around a power chart: controls, legend, tip, summary, data table, reloading. Its state stands in the address. */
import * as api from "./api.js";
import { PowerChart } from "./chart.js";
import { ChartControls } from "./chart-controls.js";
import { chartTable, tip } from "./chart-values.js";
import { keys, legend } from "./chart-legend.js";
import { searchOf, stateOf } from "./chart-state.js";
import { evidenceOf, keysOf, viewOf } from "./chart-view.js";
import { element, locale, site, word } from "./page.js";
import { dayOf, isCalendar, isEnergy, moved, period, stepOf } from "./period.js";
import { summary } from "./summary.js";
import { calendarName, date, moment, zoneName } from "./time.js";

const RELOAD_MS = { raw: 20_000, "5m": 60_000, "30m": 300_000, "1h": 300_000, daily: 600_000, monthly: 1_800_000 };
const FORECASTS_MS = 300_000;
const PROGRESS_AFTER_MS = 100;
const WHOLE_DAYS = new Set(["7D", "30D", "1Y"]);

export class ChartCard {
  #root;
  #chart;
  #controls;
  #state;
  #view = null;
  #asked = null;
  #loadedAt = Date.now();
  #forecasts = null;
  #forecastsAt = 0;
  #body = site.historical;
  #before = null;

  constructor(root) {
    this.#root = root;
    this.#state = stateOf(location.search);
    this.#chart = new PowerChart(this.#find(".chart"), {
      describe: (index) => tip(this.#view, this.#chart.layers(), index),
      moved: (index) => (this.#find(".chart-spoken").textContent = tip(this.#view, this.#chart.layers(), index, true)),
      zoomed: (isZoomed) => (this.#find("[data-zoom-out]").hidden = !isZoomed),
      turned: (step) => this.#controls.turn(step),
    });
    this.#controls = new ChartControls(root, this.#state, (state) => this.#go(state));
    this.#find("[data-zoom-out]").addEventListener("click", () => this.#chart.reset());
    this.#find(".chart-table").addEventListener("toggle", () => this.#fillTable());
    addEventListener("popstate", () => this.#show(stateOf(location.search)));
    document.addEventListener("liveone:latest", () => this.#reloadWhenDue());
    document.addEventListener("liveone:day", ({ detail }) => this.#go(dayOf(this.#state, detail, Date.now(), site.zone)));
    this.#take();
    this.#loadRest();
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }

  #go(state) {
    history.pushState(null, "", searchOf(state, location.search));
    this.#show(state);
  }

  #show(state) {
    this.#state = state;
    this.#before = null;
    this.#chart.reset();
    this.#controls.show(state);
    this.#load(true);
  }

  #period() {
    return period(this.#state, Date.now(), site);
  }

  #isComparing() {
    return this.#state.compare && this.#state.points.length === 0;
  }

  async #load(isChosen) {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#loadedAt = Date.now();
    this.#tellPeriod(isChosen);
    const progress = setTimeout(() => isChosen && this.#find(".chart").classList.add("is-loading"), PROGRESS_AFTER_MS);
    try {
      const [body, before] = await Promise.all([this.#ask(this.#state, asked.signal), this.#askBefore(asked.signal)]);
      this.#body = body;
      this.#before = before;
      await this.#renewForecasts(asked.signal);
      this.#take();
    } catch (problem) {
      if (problem.name !== "AbortError" && isChosen) {
        this.#say(word("chart.failed"));
      }
    } finally {
      clearTimeout(progress);
      if (this.#asked === asked) {
        this.#find(".chart").classList.remove("is-loading");
      }
    }
  }

  /** What the first paint does without: forecasts and the period before. */
  async #loadRest() {
    this.#tellPeriod(false, true);
    if (!this.#isComparing() && Object.keys(site.prices).length === 0) {
      return;
    }
    try {
      this.#before = await this.#askBefore();
      await this.#renewForecasts();
      this.#take();
    } catch (problem) {
      // The chart stands without; the next round asks again.
    }
  }

  #ask(state, signal) {
    const { from, to, live } = period(state, Date.now(), site);
    const wanted = keysOf(state, site);
    const aggregation = stepOf(state) === "monthly" ? "daily" : stepOf(state);
    const isRolling = live && !isCalendar(state.range);
    const evidence = evidenceOf(state, site);
    return wanted.length === 0
      ? { data: [], metadata: { aggregation } }
      : api.historical(site.subject, wanted, { range: isRolling ? state.range : null, aggregation, from, to, evidence }, signal);
  }

  async #askBefore(signal) {
    if (!this.#isComparing()) {
      return null;
    }
    const { from, to } = period(moved(this.#stateAtNow(), -1, Date.now(), site), Date.now(), site);
    const aggregation = stepOf(this.#state) === "monthly" ? "daily" : stepOf(this.#state);
    const evidence = evidenceOf(this.#state, site);
    const body = await api.historical(site.subject, keysOf(this.#state, site), { aggregation, from, to, evidence }, signal);
    return { body, from, to };
  }

  /** Before a range that rolls with now comes the one that ends where it begins. */
  #stateAtNow() {
    return { ...this.#state, points: [] };
  }

  async #renewForecasts(signal) {
    const isWanted = Object.keys(site.prices).length > 0 && this.#state.points.length === 0 && !isEnergy(this.#state);
    if (isWanted && Date.now() - this.#forecastsAt > FORECASTS_MS) {
      this.#forecasts = await api.forecasts(site.subject, signal);
      this.#forecastsAt = Date.now();
    }
  }

  /** Others on the page follow the chart's period. */
  #tellPeriod(isChosen, isFirst = false) {
    const { from, to } = this.#period();
    const before = this.#isComparing() ? period(moved(this.#stateAtNow(), -1, Date.now(), site), Date.now(), site) : null;
    const detail = { from, to, before, name: this.#periodName(), chosen: isChosen, first: isFirst };
    document.dispatchEvent(new CustomEvent("liveone:period", { detail }));
  }

  #periodName() {
    const { range, end, on } = this.#state;
    return end === null && on === null && !isCalendar(range) ? this.#find(`[data-range="${range}"]`).title : this.#periodText();
  }

  #reloadWhenDue() {
    if (this.#period().to >= this.#loadedAt && Date.now() - this.#loadedAt > RELOAD_MS[stepOf(this.#state)]) {
      this.#load(false);
    }
  }

  #take() {
    this.#view = viewOf(this.#state, this.#body, site, Date.now(), { forecasts: this.#forecasts, before: this.#before });
    this.#say(this.#view.cursor.length === 0 ? word("chart.empty") : null);
    this.#chart.show(this.#view);
    this.#describe();
    this.#controls.show(this.#state);
  }

  #periodText() {
    const { range } = this.#state;
    const { from, to } = this.#period();
    if (isCalendar(range)) {
      return calendarName(range, from, to, site.zone, locale);
    }
    const ends = WHOLE_DAYS.has(range)
      ? [date(from, site.zone, locale), date(to - 1, site.zone, locale)]
      : [moment(from, site.zone, locale), moment(to, site.zone, locale)];
    return ends.join(" \u2013 ");
  }

  #describe() {
    const { to } = this.#period();
    this.#find(".chart-period").textContent = this.#periodText();
    this.#find(".zone").textContent = zoneName(Math.min(to, Date.now()), site.zone, locale);
    this.#find(".chart-summary").textContent = summary(this.#view);
    this.#showLegend();
    this.#fillTable();
  }

  #showLegend() {
    const layers = this.#chart.layers();
    const shown = [...layers.map(({ id }) => id), ...(this.#view.points ?? []).map(({ key }) => key)].join();
    const place = this.#find(".legend");
    if (place.dataset.of !== shown) {
      place.dataset.of = shown;
      place.replaceChildren(
        ...legend(this.#view, layers, (id, button) => button.setAttribute("aria-pressed", this.#chart.toggle(id))),
      );
    }
    this.#find(".chart-keys").replaceChildren(...keys(this.#view));
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
}
