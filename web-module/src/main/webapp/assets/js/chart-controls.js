/** The buttons and fields of a chart's card: what somebody presses becomes a state, and a state becomes what is marked. */
import { element, site, word } from "./page.js";
import { dateOf, isCalendar, isLast, moved, stepOf, STEPS } from "./period.js";

export class ChartControls {
  #root;
  #state;
  #changed;

  /** changed(state) is called with what somebody wants to see. */
  constructor(root, state, changed) {
    this.#root = root;
    this.#state = state;
    this.#changed = changed;
    for (const button of root.querySelectorAll("[data-range]")) {
      button.addEventListener("click", () => this.#go(this.#toRange(button.dataset.range)));
    }
    for (const button of root.querySelectorAll("[data-turn]")) {
      button.addEventListener("click", () => this.turn(Number(button.dataset.turn)));
    }
    this.#on("[data-today]", "click", () => this.#go({ range: "day", on: null, end: null, step: null }));
    this.#on("[data-now]", "click", () => this.#go({ end: null, on: null }));
    this.#on("[data-compare]", "change", (field) => this.#go({ compare: field.checked }));
    this.#on("[data-step]", "change", (field) => this.#go({ step: field.value === STEPS[this.#state.range][0] ? null : field.value }));
    this.#on("[data-on]", "change", (field) => field.value !== "" && this.#go(this.#toDate(field.value)));
    this.#on("[data-points-none]", "click", () => this.#go({ points: [] }));
    this.#offerPoints();
  }

  /** Marks what a state shows. */
  show(state) {
    this.#state = state;
    const now = Date.now();
    for (const button of this.#root.querySelectorAll("[data-range]")) {
      button.setAttribute("aria-pressed", button.dataset.range === state.range);
    }
    const isLive = state.end === null && state.on === null;
    this.#find("[data-now]").setAttribute("aria-pressed", isLive);
    this.#find('[data-turn="1"]').disabled = isLast(state, now, site);
    this.#showSteps(state);
    this.#with("[data-compare]", (field) => {
      field.checked = state.compare;
      field.disabled = state.points.length > 0;
    });
    this.#with("[data-on]", (field) => {
      field.value = isCalendar(state.range) ? (state.on ?? dateOf(now, site.zone)) : "";
      field.max = dateOf(now, site.zone);
    });
    this.#with(".chart-points-count", (count) => (count.textContent = state.points.length === 0 ? "" : state.points.length));
    for (const box of this.#root.querySelectorAll(".chart-points-list input")) {
      box.checked = state.points.includes(box.value);
      box.disabled = !box.checked && state.points.length >= 8;
    }
  }

  turn(step) {
    if (step < 0 || !isLast(this.#state, Date.now(), site)) {
      this.#changed(moved(this.#state, step, Date.now(), site));
    }
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }

  #with(selector, action) {
    const found = this.#find(selector);
    if (found !== null) {
      action(found);
    }
  }

  #on(selector, event, action) {
    this.#with(selector, (field) => field.addEventListener(event, () => action(field)));
  }

  #go(change) {
    this.#changed({ ...this.#state, ...change });
  }

  /** A range of the calendar keeps the day that is looked at; a rolling one keeps its end. */
  #toRange(range) {
    const { range: before, end, on } = this.#state;
    if (isCalendar(range)) {
      return { range, step: null, end: null, on: isCalendar(before) || end === null ? on : dateOf(end - 1, site.zone) };
    }
    return { range, step: null, on: null, end: isCalendar(before) ? null : end };
  }

  #toDate(date) {
    const range = isCalendar(this.#state.range) ? this.#state.range : "day";
    return { range, step: null, end: null, on: date === dateOf(Date.now(), site.zone) ? null : date };
  }

  #showSteps(state) {
    this.#with("[data-step]", (field) => {
      const offered = state.points.length > 0 ? STEPS[state.range].filter((step) => step !== "monthly") : STEPS[state.range];
      field.replaceChildren(...offered.map((step) => element("option", { value: step }, word(`chart.step.${step}`))));
      field.value = stepOf(state);
    });
  }

  #offerPoints() {
    const menu = this.#find(".chart-points");
    if (menu === null || site.choice.length === 0) {
      return;
    }
    menu.hidden = false;
    this.#find(".chart-points-list").replaceChildren(
      ...site.choice.map(({ key, label, style }) => {
        const box = element("input", { type: "checkbox", value: key });
        box.addEventListener("change", () => this.#go({ points: this.#chosen() }));
        return element("label", {}, box, element("span", { class: style }), label);
      }),
    );
  }

  #chosen() {
    return [...this.#root.querySelectorAll(".chart-points-list input:checked")].map((box) => box.value);
  }
}
