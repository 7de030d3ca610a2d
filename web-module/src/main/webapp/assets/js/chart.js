/**
 * The drawn chart with its cursor: mouse, touch and keyboard move it, dragging zooms, double click goes back. ECharts draws;
 * cursor, tip and selection are elements of the page, so that moving them redraws nothing.
 */
import { EDGE, energyOptions, powerOptions } from "./options.js";
import { ENERGY_LAYERS, LAYERS, present } from "./layers.js";
import { onThemeChange, palette } from "./palette.js";

const DRAG_PX = 8;

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
  #drag = null;
  #describe;

  /** describe(index, layers) gives the tip's content as a node; moved(index) tells of the keyboard's cursor. */
  constructor(root, { describe, moved, zoomed }) {
    this.#root = root;
    this.#describe = describe;
    this.moved = moved;
    this.zoomed = zoomed;
    this.#cursor = root.querySelector(".chart-cursor");
    this.#brush = root.querySelector(".chart-brush");
    this.#tip = root.querySelector(".chart-tip");
    this.#engine = echarts.init(root.querySelector(".chart-canvas"), null, { renderer: "canvas" });
    new ResizeObserver(() => this.#resize()).observe(root);
    onThemeChange(() => this.#draw());
    this.#listen();
  }

  /** Shows a view: {kind: "power"|"energy", series, from, to, now, zone}. */
  show(view) {
    this.#view = view;
    if (this.#zoom !== null && (this.#zoom.to <= view.from || this.#zoom.from >= view.to)) {
      this.#zoom = null;
    }
    this.#draw();
  }

  /** Forgets the zoom; the next view is drawn whole. */
  reset() {
    this.#zoom = null;
    this.hideCursor();
    if (this.#view !== null) {
      this.#draw();
    }
    this.zoomed(false);
  }

  toggle(layerId) {
    if (!this.#hidden.delete(layerId)) {
      this.#hidden.add(layerId);
    }
    this.#draw();
    return !this.#hidden.has(layerId);
  }

  /** Layers with data, hidden ones too. */
  layers() {
    return present(this.#view.kind === "energy" ? ENERGY_LAYERS : LAYERS, this.#view.series);
  }

  hideCursor() {
    this.#index = -1;
    this.#cursor.hidden = true;
    this.#tip.hidden = true;
  }

  #listen() {
    const root = this.#root;
    root.addEventListener("pointermove", (event) => this.#pointer(event));
    root.addEventListener("pointerdown", (event) => this.#press(event));
    root.addEventListener("pointerup", (event) => this.#release(event));
    root.addEventListener("pointercancel", () => this.#endDrag());
    root.addEventListener("pointerleave", () => this.#drag === null && this.hideCursor());
    root.addEventListener("dblclick", () => this.reset());
    root.addEventListener("keydown", (event) => this.#key(event));
    root.addEventListener("blur", () => this.hideCursor());
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
    const size = { width: this.#root.clientWidth - EDGE.left - EDGE.right, height: this.#root.clientHeight };
    const view = { ...this.#view, ...this.#zoom, ...size, layers };
    const options = view.kind === "energy" ? energyOptions(view, palette()) : powerOptions(view, palette());
    this.#engine.setOption(options, { notMerge: true });
    this.#root.classList.add("is-drawn");
    if (this.#index >= 0) {
      this.#point(Math.min(this.#index, this.#times().length - 1));
    }
  }

  #times() {
    return this.#view.kind === "energy" ? this.#view.series.days : this.#view.series.times;
  }

  #xOf(index) {
    const at = this.#view.kind === "energy" ? index : this.#times()[index];
    return this.#engine.convertToPixel({ xAxisIndex: 0 }, at);
  }

  #nearest(x) {
    const at = this.#engine.convertFromPixel({ xAxisIndex: 0 }, x);
    if (this.#view.kind === "energy") {
      return Math.max(0, Math.min(this.#times().length - 1, Math.round(at)));
    }
    let best = -1;
    this.#times().forEach((time, index, times) => {
      if (best < 0 || Math.abs(time - at) < Math.abs(times[best] - at)) {
        best = index;
      }
    });
    return best;
  }

  #inside(x) {
    return Math.max(EDGE.left, Math.min(this.#root.clientWidth - EDGE.right, x));
  }

  #pointer(event) {
    if (this.#view === null || this.#times().length === 0) {
      return;
    }
    const x = this.#inside(event.clientX - this.#root.getBoundingClientRect().left);
    if (this.#drag !== null && Math.abs(x - this.#drag) > DRAG_PX) {
      const left = Math.min(x, this.#drag);
      this.#brush.hidden = false;
      this.#place(this.#brush, left, Math.abs(x - this.#drag));
    }
    this.#point(this.#nearest(x));
  }

  #press(event) {
    if (event.pointerType !== "touch" && event.button === 0 && this.#view?.kind === "power") {
      this.#drag = this.#inside(event.clientX - this.#root.getBoundingClientRect().left);
      this.#root.setPointerCapture(event.pointerId);
    } else {
      this.#pointer(event);
    }
  }

  #release(event) {
    if (this.#drag === null) {
      return;
    }
    const x = this.#inside(event.clientX - this.#root.getBoundingClientRect().left);
    const ends = [x, this.#drag].sort((a, b) => a - b);
    this.#endDrag();
    if (ends[1] - ends[0] > DRAG_PX) {
      const [from, to] = ends.map((end) => this.#engine.convertFromPixel({ xAxisIndex: 0 }, end));
      this.#zoomTo(from, to);
    }
  }

  #endDrag() {
    this.#drag = null;
    this.#brush.hidden = true;
  }

  #zoomTo(from, to) {
    const { from: least, to: most } = this.#view;
    if (to - from < 120_000) {
      return;
    }
    this.#zoom = from <= least && to >= most ? null : { from: Math.max(from, least), to: Math.min(to, most) };
    this.#draw();
    this.zoomed(this.#zoom !== null);
  }

  #scale(factor) {
    const { from, to } = this.#zoom ?? this.#view;
    const middle = this.#index >= 0 ? this.#times()[this.#index] : (from + to) / 2;
    this.#zoomTo(middle - (middle - from) * factor, middle + (to - middle) * factor);
  }

  #key(event) {
    if (this.#view === null || this.#times().length === 0) {
      return;
    }
    const last = this.#times().length - 1;
    const stride = event.shiftKey ? 12 : 1;
    const here = this.#index < 0 ? last + (event.key === "ArrowRight" ? -1 : 1) : this.#index;
    const moves = {
      ArrowLeft: () => this.#step(Math.max(0, here - stride)),
      ArrowRight: () => this.#step(Math.min(last, here + stride)),
      Home: () => this.#step(0),
      End: () => this.#step(last),
      Escape: () => this.reset(),
      "+": () => this.#view.kind === "power" && this.#scale(0.5),
      "-": () => this.#view.kind === "power" && this.#scale(2),
    };
    if (moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    }
  }

  #step(index) {
    this.#point(index);
    this.moved(index);
  }

  #point(index) {
    const x = this.#xOf(index);
    if (index < 0 || x < EDGE.left - 1 || x > this.#root.clientWidth - EDGE.right + 1) {
      this.#cursor.hidden = true;
      this.#tip.hidden = true;
      return;
    }
    this.#index = index;
    this.#cursor.hidden = false;
    this.#place(this.#cursor, x, 1);
    this.#tip.replaceChildren(this.#describe(index));
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
