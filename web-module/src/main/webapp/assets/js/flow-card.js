/** The card of the energy flow: now, renewed with the live values; and over the chart's period, renewed with the chart. */
import * as api from "./api.js";
import { cell, coverage, figures, FlowMatrix, flowSummary } from "./flow-words.js";
import { MISSING } from "./number.js";
import { freshen, site, word } from "./page.js";
import { onThemeChange, palette } from "./palette.js";
import { sankeyOptions } from "./sankey.js";

/** One drawing with its figures, its sentence and its table. */
class FlowSide {
  #root;
  #drawing;
  #engine = null;
  #name;
  #unit;
  #matrix = null;

  constructor(root, unit) {
    this.#root = root;
    this.#name = root.dataset.flow;
    this.#unit = unit;
    this.#drawing = root.querySelector(".flow-drawing");
    new ResizeObserver(() => this.#draw()).observe(this.#drawing);
    onThemeChange(() => this.#draw());
  }

  /** Draws what the server has already written. */
  start(shape) {
    this.#matrix = this.#matrixOf(shape);
    this.#draw();
  }

  /** Shows an answer of the API, or its part. */
  show(shape) {
    this.start(shape);
    const matrix = this.#matrix;
    const isDrawn = this.#isDrawn();
    const message = isDrawn ? "" : word(`flow.none.${matrix === null ? this.#name : "flows"}`);
    this.#find(".flow-message").textContent = message;
    this.#find(".flow-summary").textContent = isDrawn ? flowSummary(matrix) : message;
    this.#find(".flow-note").textContent = shape.seconds === undefined ? "" : coverage(shape);
    this.#showFigures(matrix === null ? {} : figures(matrix));
    for (const each of this.#root.querySelectorAll("[data-cell]")) {
      each.textContent = matrix === null ? MISSING : cell(matrix, each.dataset.cell);
    }
  }

  caption(text) {
    this.#find(".flow-caption").textContent = text;
  }

  loading(isLoading) {
    this.#drawing.classList.toggle("is-loading", isLoading);
  }

  failed() {
    this.#find(".flow-note").textContent = word("flow.failed");
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }

  /** A period of which nothing is covered has flows as well: none. */
  #matrixOf({ flows, coveredS }) {
    return flows === undefined || coveredS === 0 ? null : new FlowMatrix(flows, this.#unit);
  }

  #isDrawn() {
    return this.#matrix !== null && this.#matrix.worthNaming().length > 0;
  }

  #showFigures(values) {
    for (const figure of this.#root.querySelectorAll("[data-figure]")) {
      const { number, unit } = values[figure.dataset.figure] ?? { number: MISSING, unit: "" };
      freshen(figure.querySelector(".number"), number);
      figure.querySelector(".unit").textContent = unit;
    }
    const last = this.#find('[data-figure="unaccounted"]');
    last.classList.toggle("is-absent", (values.unaccounted ?? null) === null);
  }

  #draw() {
    const isDrawn = this.#isDrawn();
    this.#drawing.classList.toggle("is-empty", !isDrawn);
    if (!isDrawn || this.#drawing.clientWidth === 0) {
      return;
    }
    this.#engine ??= echarts.init(this.#find(".flow-canvas"), null, { renderer: "canvas" });
    this.#engine.resize();
    const options = sankeyOptions(this.#matrix, palette(), this.#drawing.clientWidth);
    this.#engine.setOption(options, { replaceMerge: ["series"] });
    this.#drawing.classList.add("is-drawn");
  }
}

export class FlowCard {
  #live;
  #range;
  #updated = null;
  #asked = null;

  constructor(root, first) {
    this.#live = new FlowSide(root.querySelector('[data-flow="live"]'), "W");
    this.#range = new FlowSide(root.querySelector('[data-flow="range"]'), "kWh");
    this.#live.start(first.live);
    this.#range.start(first.range);
    document.addEventListener("liveone:latest", ({ detail }) => this.#renewWhenChanged(detail));
    document.addEventListener("liveone:period", ({ detail }) => this.#load(detail));
  }

  /** Nothing is asked while nothing new came in. */
  async #renewWhenChanged(latest) {
    const updated = latest.metadata?.lastUpdate ?? JSON.stringify(latest.data);
    if (updated === this.#updated) {
      return;
    }
    this.#updated = updated;
    try {
      this.#live.show((await api.flow(site.subject)).live);
    } catch (problem) {
      this.#updated = null; // the next round tries again; the lost connection is shown by the live values
    }
  }

  /** The server has written the chart's first period; only a comparison is asked for then. */
  async #load({ from, to, before, name, chosen, first }) {
    if (first && before === null) {
      return;
    }
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#range.loading(chosen);
    try {
      const [answer, earlier] = await Promise.all([
        api.flow(site.subject, { from, to }, asked.signal),
        before === null ? null : api.flow(site.subject, before, asked.signal),
      ]);
      this.#range.caption(name);
      this.#range.show(answer.range);
      const detail = { range: answer.range, before: earlier?.range ?? null, name };
      document.dispatchEvent(new CustomEvent("liveone:flow", { detail }));
    } catch (problem) {
      if (problem.name !== "AbortError" && chosen) {
        this.#range.failed();
      }
    } finally {
      if (this.#asked === asked) {
        this.#range.loading(false);
      }
    }
  }
}
