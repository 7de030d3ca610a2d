/**
 * A drawn chart with its cursor. ECharts draws; cursor, tip and selection are elements of the page, so that moving them redraws
 * nothing. What people do with it comes from chart-gestures.js.
 */
import { EDGE } from "./axes.js";
import { ChartGestures } from "./chart-gestures.js";
import { energyOptions } from "./energy-options.js";
import { ENERGY_LAYERS, LAYERS, present } from "./layers.js";
import { onThemeChange, palette } from "./palette.js";
import { pointOptions } from "./point-options.js";
import { powerOptions } from "./power-options.js";

const OPTIONS = { power: powerOptions, energy: energyOptions, points: pointOptions };
const SHORTEST_MS = 120_000;

export class PowerChart {
  #root;
  #engine;
  #cursor;
  #brush;
  #tip;
  #view = null;
  #zoom = null;
  #hidden = new Set();
  #index = -1;
  #on;

  /**
   * on.describe(index) gives the tip's content as a node; on.moved(index) tells of the keyboard's cursor, on.zoomed(isZoomed) of
   * the zoom, on.turned(step) that somebody wants the neighbouring period.
   */
  constructor(root, on) {
    this.#root = root;
    this.#on = on;
    this.#cursor = root.querySelector(".chart-cursor");
    this.#brush = root.querySelector(".chart-brush");
    this.#tip = root.querySelector(".chart-tip");
    this.#engine = echarts.init(root.querySelector(".chart-canvas"), null, { renderer: "canvas" });
    this.#engine.on("finished", () => root.classList.contains("is-drawn") && this.#tellDrawn());
    new ResizeObserver(() => this.#resize()).observe(root);
    onThemeChange(() => this.#draw());
    new ChartGestures(root, this);
  }

  /** Shows a view: {kind: "power"|"energy"|"points", series, from, to, now, zone, …}. */
  show(view) {
    this.#view = view;
    if (this.#zoom !== null && (this.#zoom.to <= view.from || this.#zoom.from >= view.to)) {
      this.#zoom = null;
    }
    this.#index = Math.min(this.#index, this.#times().length - 1);
    this.#draw();
  }

  /** Forgets the zoom; the next view is drawn whole. */
  reset() {
    this.#zoom = null;
    this.hideCursor();
    this.#draw();
    this.#on.zoomed(false);
  }

  /** Shows a layer or a point again, or hides it; whether it is shown now. */
  toggle(id) {
    if (!this.#hidden.delete(id)) {
      this.#hidden.add(id);
    }
    this.#draw();
    return !this.#hidden.has(id);
  }

  /** Layers with data, hidden ones too. */
  layers() {
    return this.#view.kind === "points" ? [] : present(this.#view.kind === "energy" ? ENERGY_LAYERS : LAYERS, this.#view.series);
  }

  hideCursor() {
    this.#index = -1;
    this.#cursor.hidden = true;
    this.#tip.hidden = true;
  }

  hasRows() {
    return this.#view !== null && this.#times().length > 0;
  }

  /** Whether there is a stretch of time to zoom into; bars are too few for that. */
  canZoom() {
    return this.#view !== null && this.#view.kind !== "energy";
  }

  isZoomed() {
    return this.#zoom !== null;
  }

  /** Keeps a horizontal place, in pixels, inside of the drawing. */
  inside(x) {
    return Math.max(EDGE.left, Math.min(this.#root.clientWidth - EDGE.right, x));
  }

  /** Puts the cursor to the row that is nearest to a place. */
  pointAt(x) {
    this.#point(this.#nearest(this.inside(x)));
  }

  /** Marks what is being selected. */
  brush(from, to) {
    this.#brush.hidden = false;
    this.#place(this.#brush, Math.min(from, to), Math.abs(to - from));
  }

  clearBrush() {
    this.#brush.hidden = true;
  }

  zoomBetween(left, right) {
    this.#zoomTo(this.#instantAt(left), this.#instantAt(right));
  }

  /** Makes the shown stretch longer or shorter around a place, or around the cursor. */
  scale(factor, x = null) {
    const { from, to } = this.#zoom ?? this.#view;
    const cursor = this.#index >= 0 ? this.#times()[this.#index] : (from + to) / 2;
    const middle = x === null ? cursor : this.#instantAt(this.inside(x));
    this.#zoomTo(middle - (middle - from) * factor, middle + (to - middle) * factor);
  }

  /** Moves the shown stretch by pixels, within the period. */
  pan(pixels) {
    if (this.#zoom === null) {
      return;
    }
    const { from, to } = this.#zoom;
    const width = this.#root.clientWidth - EDGE.left - EDGE.right;
    const wanted = ((to - from) * pixels) / width;
    const shift = Math.max(this.#view.from - from, Math.min(this.#view.to - to, wanted));
    this.#zoom = { from: from + shift, to: to + shift };
    this.#draw();
  }

  /** Moves the cursor by so many rows; from nowhere it begins at the end. */
  step(rows) {
    const last = this.#times().length - 1;
    const here = this.#index < 0 ? last - Math.sign(rows) : this.#index;
    this.stepTo(here + rows);
  }

  /** Moves the cursor to a row; -1 is the last. */
  stepTo(row) {
    const last = this.#times().length - 1;
    const index = row === Infinity ? last : Math.max(0, Math.min(last, row));
    this.#point(index);
    this.#on.moved(index);
  }

  turn(step) {
    this.#on.turned(step);
  }

  #resize() {
    this.#engine.resize();
    this.#draw();
  }

  #draw() {
    if (this.#view === null || this.#root.clientWidth === 0) {
      return;
    }
    const layers = this.layers().filter((layer) => !this.#hidden.has(layer.id));
    const points = this.#view.points?.filter(({ key }) => !this.#hidden.has(key));
    const size = { width: this.#root.clientWidth - EDGE.left - EDGE.right, height: this.#root.clientHeight };
    const view = { ...this.#view, ...this.#zoom, ...size, layers, points };
    this.#root.classList.add("is-drawn");
    this.#engine.setOption(OPTIONS[view.kind](view, palette()), { notMerge: true });
    if (this.#index >= 0) {
      this.#point(this.#index);
    }
  }

  /** For measurements: the first time that there was something to see. */
  #tellDrawn() {
    if (performance.getEntriesByName("liveone:chart-drawn").length === 0) {
      performance.mark("liveone:chart-drawn");
    }
  }

  #times() {
    return this.#view.cursor;
  }

  #xOf(index) {
    const at = this.#view.kind === "energy" ? index : this.#times()[index];
    return this.#engine.convertToPixel({ xAxisIndex: 0 }, at);
  }

  #instantAt(x) {
    return this.#engine.convertFromPixel({ xAxisIndex: 0 }, x);
  }

  #nearest(x) {
    const at = this.#instantAt(x);
    const times = this.#times();
    if (this.#view.kind === "energy") {
      return Math.max(0, Math.min(times.length - 1, Math.round(at)));
    }
    let best = -1;
    times.forEach((time, index) => {
      if (best < 0 || Math.abs(time - at) < Math.abs(times[best] - at)) {
        best = index;
      }
    });
    return best;
  }

  #zoomTo(from, to) {
    const { from: least, to: most } = this.#view;
    if (to - from < SHORTEST_MS) {
      return;
    }
    this.#zoom = from <= least && to >= most ? null : { from: Math.max(from, least), to: Math.min(to, most) };
    this.#draw();
    this.#on.zoomed(this.#zoom !== null);
  }

  #point(index) {
    const x = index < 0 ? -1 : this.#xOf(index);
    if (x < EDGE.left - 1 || x > this.#root.clientWidth - EDGE.right + 1) {
      this.#cursor.hidden = true;
      this.#tip.hidden = true;
      return;
    }
    this.#index = index;
    this.#cursor.hidden = false;
    this.#place(this.#cursor, x, 1);
    this.#tip.replaceChildren(this.#on.describe(index));
    this.#tip.hidden = false;
    const width = this.#tip.offsetWidth;
    const right = x + 14 + width < this.#root.clientWidth;
    this.#tip.style.transform = `translateX(${Math.max(0, right ? x + 14 : x - 14 - width)}px)`;
  }

  #place(target, left, width) {
    target.style.transform = `translateX(${left}px)`;
    target.style.width = `${width}px`;
    target.style.top = `${EDGE.top}px`;
    target.style.height = `${this.#root.clientHeight - EDGE.top - EDGE.labels}px`;
  }
}
