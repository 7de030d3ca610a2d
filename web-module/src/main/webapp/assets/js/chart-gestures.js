/**
 * What people do with a chart: the mouse points, drags to zoom, double click goes back; with Ctrl the wheel zooms, sideways it pans;
 * one finger points, or pans what is zoomed, two fingers zoom; keys do all of it. A wheel by itself scrolls the page, as everywhere.
 */
const DRAG_PX = 8;
const WHEEL_FACTOR = 1.0015;
const KEY_PAN_PX = 80;

export class ChartGestures {
  #root;
  #chart;
  #drag = null;
  #fingers = new Map();

  constructor(root, chart) {
    this.#root = root;
    this.#chart = chart;
    root.addEventListener("pointermove", (event) => this.#move(event));
    root.addEventListener("pointerdown", (event) => this.#press(event));
    root.addEventListener("pointerup", (event) => this.#release(event));
    root.addEventListener("pointercancel", (event) => this.#cancel(event));
    root.addEventListener("pointerleave", () => this.#drag === null && this.#fingers.size === 0 && chart.hideCursor());
    root.addEventListener("dblclick", () => chart.reset());
    root.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    root.addEventListener("keydown", (event) => this.#key(event));
    root.addEventListener("blur", () => chart.hideCursor());
  }

  #x(event) {
    return event.clientX - this.#root.getBoundingClientRect().left;
  }

  #press(event) {
    if (event.target.closest("button, a") || !this.#chart.hasRows()) {
      return;
    }
    const x = this.#x(event);
    if (event.pointerType === "touch") {
      this.#fingers.set(event.pointerId, x);
      this.#chart.pointAt(x);
    } else if (event.button === 0 && this.#chart.canZoom()) {
      this.#drag = this.#chart.inside(x);
      this.#root.setPointerCapture(event.pointerId);
    } else {
      this.#chart.pointAt(x);
    }
  }

  #move(event) {
    if (!this.#chart.hasRows()) {
      return;
    }
    const x = this.#x(event);
    if (this.#fingers.has(event.pointerId)) {
      this.#touch(event.pointerId, x);
      return;
    }
    if (this.#drag !== null && Math.abs(x - this.#drag) > DRAG_PX) {
      this.#chart.brush(this.#drag, this.#chart.inside(x));
    }
    this.#chart.pointAt(x);
  }

  /** Two fingers zoom by how their distance changes; one pans what is zoomed, else it points. */
  #touch(id, x) {
    const before = this.#fingers.get(id);
    const other = [...this.#fingers].find(([each]) => each !== id)?.[1];
    this.#fingers.set(id, x);
    if (other !== undefined && this.#chart.canZoom()) {
      const was = Math.max(20, Math.abs(before - other));
      const is = Math.max(20, Math.abs(x - other));
      this.#chart.hideCursor();
      this.#chart.scale(was / is, (x + other) / 2);
    } else if (this.#chart.isZoomed()) {
      this.#chart.pan(before - x);
    } else {
      this.#chart.pointAt(x);
    }
  }

  #release(event) {
    this.#fingers.delete(event.pointerId);
    if (this.#drag === null) {
      return;
    }
    const ends = [this.#chart.inside(this.#x(event)), this.#drag].sort((a, b) => a - b);
    this.#endDrag();
    if (ends[1] - ends[0] > DRAG_PX) {
      this.#chart.zoomBetween(...ends);
    }
  }

  #cancel(event) {
    this.#fingers.delete(event.pointerId);
    this.#endDrag();
  }

  #endDrag() {
    this.#drag = null;
    this.#chart.clearBrush();
  }

  #wheel(event) {
    if (!this.#chart.hasRows() || !this.#chart.canZoom()) {
      return;
    }
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#chart.scale(WHEEL_FACTOR ** event.deltaY, this.#x(event));
    } else if (this.#chart.isZoomed() && Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      this.#chart.pan(sideways);
    }
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.target !== this.#root) {
      return;
    }
    const chart = this.#chart;
    const stride = event.shiftKey ? 12 : 1;
    const pans = event.altKey && chart.isZoomed();
    const moves = {
      ArrowLeft: () => (pans ? chart.pan(-KEY_PAN_PX) : chart.step(-stride)),
      ArrowRight: () => (pans ? chart.pan(KEY_PAN_PX) : chart.step(stride)),
      Home: () => chart.stepTo(0),
      End: () => chart.stepTo(Infinity),
      Escape: () => chart.reset(),
      "+": () => chart.canZoom() && chart.scale(0.5),
      "-": () => chart.canZoom() && chart.scale(2),
    };
    const turns = { PageUp: -1, PageDown: 1 };
    if (event.key in turns) {
      event.preventDefault();
      chart.turn(turns[event.key]);
    } else if (event.key in moves && chart.hasRows()) {
      event.preventDefault();
      moves[event.key]();
    }
  }
}
