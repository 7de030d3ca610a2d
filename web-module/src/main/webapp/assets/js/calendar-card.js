/** The card of the year's calendar: loads when it comes into sight, by year and measure; pointer and keys choose a day, which its chart then shows. */
import * as api from "./api.js";
import { fields, measuresOf, yearBounds } from "./calendar-days.js";
import { calendarOptions, EDGE, pitchFor, sizeOf } from "./calendar-options.js";
import { MISSING, text } from "./number.js";
import { element, locale, site, word } from "./page.js";
import { onThemeChange, palette } from "./palette.js";
import { dateOf } from "./period.js";
import { days } from "./series.js";
import { fullDate, local } from "./time.js";

export class CalendarCard {
  #root;
  #place;
  #engine = null;
  #year;
  #measures = measuresOf(site);
  #measure;
  #days = [];
  #chosen = -1;
  #pitch = 0;
  #asked = null;

  constructor(root) {
    this.#root = root;
    this.#place = root.querySelector(".calendar");
    this.#year = local(Date.now(), site.zone).year;
    if (this.#measures.length === 0) {
      root.hidden = true;
      return;
    }
    this.#measure = this.#measures[0];
    this.#listen();
    new IntersectionObserver((entries, observer) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect();
        this.#load();
      }
    }).observe(root);
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }

  #listen() {
    const choice = this.#find("[data-measure]");
    choice.replaceChildren(...this.#measures.map(({ id }) => element("option", { value: id }, word(`calendar.${id}`))));
    choice.addEventListener("change", () => {
      this.#measure = this.#measures.find(({ id }) => id === choice.value);
      this.#show();
    });
    for (const button of this.#root.querySelectorAll("[data-year]")) {
      button.addEventListener("click", () => {
        this.#year += Number(button.dataset.year);
        this.#load();
      });
    }
    this.#place.addEventListener("pointermove", (event) => this.#choose(this.#at(event)));
    this.#place.addEventListener("pointerleave", () => document.activeElement !== this.#place && this.#choose(-1));
    this.#place.addEventListener("click", (event) => this.#open(this.#at(event)));
    this.#place.addEventListener("keydown", (event) => this.#key(event));
    this.#find(".chart-table").addEventListener("toggle", () => this.#fillTable());
    onThemeChange(() => this.#draw());
    new ResizeObserver(() => this.#draw()).observe(this.#find(".calendar-scroll"));
  }

  async #load() {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const now = Date.now();
    const bounds = yearBounds(this.#year, site.zone);
    this.#find(".calendar-year").textContent = this.#year;
    this.#find('[data-year="1"]').disabled = bounds.to > now;
    this.#place.classList.add("is-loading");
    try {
      const body = await api.historical(site.subject, Object.values(site.energies), { aggregation: "daily", ...bounds }, asked.signal);
      this.#days = fields(days(body, site, now, bounds), site);
      this.#chosen = -1;
      this.#show();
    } catch (problem) {
      if (problem.name !== "AbortError") {
        this.#find(".calendar-day").textContent = word("calendar.failed");
      }
    } finally {
      if (this.#asked === asked) {
        this.#place.classList.remove("is-loading");
      }
    }
  }

  #show() {
    if (this.#days.length === 0) {
      return;
    }
    this.#draw();
    this.#showToday();
    this.#choose(this.#chosen);
    this.#find("#calendar-summary").textContent = this.#summary();
    this.#fillTable();
  }

  #draw() {
    if (this.#days.length === 0) {
      return;
    }
    const canvas = this.#find(".calendar-canvas");
    this.#pitch = pitchFor(this.#find(".calendar-scroll").clientWidth);
    const { width, height } = sizeOf(this.#days[this.#days.length - 1].week + 1, this.#pitch);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    this.#engine ??= echarts.init(canvas, null, { renderer: "canvas" });
    this.#engine.resize();
    this.#engine.setOption(calendarOptions({ ...site, days: this.#days, measure: this.#measure, pitch: this.#pitch }, palette()), { notMerge: true });
    this.#place.classList.add("is-drawn");
  }

  /** On narrow screens a year is wider than the card: the newest days are what people look for. */
  #showToday() {
    const today = this.#days.findLast(({ instant }) => instant <= Date.now());
    const scroll = this.#find(".calendar-scroll");
    scroll.scrollLeft = today === undefined ? 0 : sizeOf(today.week + 3, this.#pitch).width - scroll.clientWidth;
  }

  #says(day) {
    const value = this.#measure.of(day);
    return value === null ? MISSING : text(value, this.#measure.unit, locale);
  }

  #summary() {
    const known = this.#days.filter((day) => this.#measure.of(day) !== null);
    if (known.length === 0) {
      return word("calendar.empty");
    }
    const best = known.reduce((most, day) => (this.#measure.of(day) > this.#measure.of(most) ? day : most));
    const sum = known.reduce((all, day) => all + this.#measure.of(day), 0);
    const name = word(`calendar.${this.#measure.id}`);
    const most = word("calendar.most", fullDate(best.instant, site.zone, locale), this.#says(best));
    const total = this.#measure.unit === "%" ? "" : word("calendar.total", text(sum, "kWh", locale), known.length);
    return [`${name}:`, total, most].filter(Boolean).join(" ");
  }

  /** The place of the day at a pointer; -1 beside all days. */
  #at(event) {
    const edge = this.#place.getBoundingClientRect();
    const week = Math.floor((event.clientX - edge.left - EDGE.left) / this.#pitch);
    const weekday = Math.floor((event.clientY - edge.top - EDGE.top) / this.#pitch);
    return this.#days.findIndex((day) => day.week === week && day.weekday === weekday);
  }

  #choose(index) {
    this.#chosen = index;
    const day = this.#days[index];
    const mark = this.#find(".calendar-mark");
    mark.hidden = day === undefined;
    this.#find(".calendar-day").textContent = day === undefined ? word("calendar.hint") : this.#words(day);
    if (day !== undefined) {
      mark.style.width = mark.style.height = `${this.#pitch}px`;
      mark.style.transform = `translate(${EDGE.left + day.week * this.#pitch}px, ${EDGE.top + day.weekday * this.#pitch}px)`;
    }
  }

  #words(day) {
    const note = day.incomplete ? `, ${word("chart.key.incomplete")}` : "";
    return `${fullDate(day.instant, site.zone, locale)}: ${this.#says(day)}${note}`;
  }

  #open(index) {
    const day = this.#days[index];
    if (day !== undefined && day.instant <= Date.now()) {
      document.dispatchEvent(new CustomEvent("liveone:day", { detail: dateOf(day.instant, site.zone) }));
      document.querySelector(".chart-card")?.scrollIntoView({ block: "start" });
    }
  }

  #key(event) {
    const moves = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 };
    if (event.key in moves && this.#days.length > 0) {
      event.preventDefault();
      const today = this.#days.findIndex(({ instant }) => instant > Date.now());
      const here = this.#chosen >= 0 ? this.#chosen + moves[event.key] : (today > 0 ? today : this.#days.length) - 1;
      this.#choose(Math.max(0, Math.min(this.#days.length - 1, here)));
    } else if (event.key === "Enter") {
      this.#open(this.#chosen);
    }
  }

  #fillTable() {
    const table = this.#find(".chart-table");
    if (!table.open) {
      return;
    }
    const head = element("tr", {}, element("th", { scope: "col" }, word("table.time")));
    this.#measures.forEach(({ id }) => head.append(element("th", { scope: "col", class: "number" }, word(`calendar.${id}`))));
    const body = element("tbody");
    for (const day of [...this.#days].reverse().filter((one) => this.#measures.some((measure) => measure.of(one) !== null))) {
      const row = element("tr", {}, element("th", { scope: "row" }, fullDate(day.instant, site.zone, locale)));
      for (const measure of this.#measures) {
        row.append(element("td", { class: "number" }, text(measure.of(day), measure.unit, locale)));
      }
      body.append(row);
    }
    table.querySelector(".scroll").replaceChildren(element("table", { class: "table" }, element("thead", {}, head), body));
  }
}
