/**
 * Dragging a tile with mouse, pen or finger. While it lasts nothing in the page moves but pictures: the tiles between the old and
 * the new place step aside, and a frame shows where the dragged one will be.
 */
import { element } from "./page.js";

const STARTS_AFTER_PX = 4;
const EDGE_PX = 56;
const STEP_PX = 12;

export class TileDrag {
  #list;
  #tiles;
  #from;
  #drop;
  #places;
  #start;
  #pointer;
  #to;
  #frame = null;
  #scrolling = 0;

  /**
   * @param list of the tiles
   * @param tile that is dragged
   * @param event that pressed it
   * @param drop is told the place at which it is let go
   */
  constructor(list, tile, event, drop) {
    this.#list = list;
    this.#tiles = [...list.querySelectorAll(".point")];
    this.#from = this.#tiles.indexOf(tile);
    this.#to = this.#from;
    this.#drop = drop;
    this.#start = { x: event.pageX, y: event.pageY };
    this.#pointer = { x: event.clientX, y: event.clientY };
    const grip = event.target;
    grip.setPointerCapture(event.pointerId);
    const until = new AbortController();
    const listen = (target, name, act) => target.addEventListener(name, act, { signal: until.signal });
    const end = (takes) => {
      until.abort();
      this.#end(takes);
    };
    listen(grip, "pointermove", (move) => this.#move(move));
    listen(grip, "pointerup", () => end(true));
    listen(grip, "pointercancel", () => end(false));
    listen(document, "keydown", (key) => key.key === "Escape" && end(false));
  }

  get #tile() {
    return this.#tiles[this.#from];
  }

  #move(event) {
    this.#pointer = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(event.pageX - this.#start.x, event.pageY - this.#start.y) >= STARTS_AFTER_PX;
    if (this.#frame === null && far) {
      this.#begin();
    }
    if (this.#frame !== null) {
      this.#follow();
      this.#scroll();
    }
  }

  #begin() {
    const origin = this.#list.getBoundingClientRect();
    this.#places = this.#tiles.map((tile) => {
      const { left, top, width, height } = tile.getBoundingClientRect();
      return { x: left - origin.left, y: top - origin.top, width, height };
    });
    this.#frame = element("div", { class: "point-drop", "aria-hidden": "true" });
    this.#list.append(this.#frame);
    this.#list.classList.add("has-dragged");
    this.#tile.classList.add("is-dragged");
  }

  /** Draws everything for the place under the pointer. */
  #follow() {
    const origin = this.#list.getBoundingClientRect();
    const x = this.#pointer.x - origin.left;
    const y = this.#pointer.y - origin.top;
    const away = (place) => Math.hypot(place.x + place.width / 2 - x, place.y + place.height / 2 - y);
    const distances = this.#places.map(away);
    this.#to = distances.indexOf(Math.min(...distances));
    const at = this.#places[this.#to];
    Object.assign(this.#frame.style, {
      transform: `translate(${at.x}px, ${at.y}px)`,
      width: `${at.width}px`,
      height: `${at.height}px`,
    });
    this.#tiles.forEach((tile, index) => {
      const place = this.#places[index];
      const stands = this.#places[this.#placeOf(index)];
      tile.style.transform =
        index === this.#from
          ? `translate(${this.#pointer.x + scrollX - this.#start.x}px, ${this.#pointer.y + scrollY - this.#start.y}px)`
          : `translate(${stands.x - place.x}px, ${stands.y - place.y}px)`;
    });
  }

  #placeOf(index) {
    if (index > this.#from && index <= this.#to) {
      return index - 1;
    }
    return index < this.#from && index >= this.#to ? index + 1 : index;
  }

  /** Near the edge of the window the page goes on by itself. */
  #scroll() {
    const { y } = this.#pointer;
    const step = y < EDGE_PX ? -STEP_PX : y > innerHeight - EDGE_PX ? STEP_PX : 0;
    cancelAnimationFrame(this.#scrolling);
    if (step !== 0) {
      this.#scrolling = requestAnimationFrame(() => {
        scrollBy(0, step);
        this.#follow();
        this.#scroll();
      });
    }
  }

  #end(takes) {
    cancelAnimationFrame(this.#scrolling);
    if (this.#frame === null) {
      return;
    }
    this.#frame.remove();
    this.#list.classList.remove("has-dragged");
    this.#tile.classList.remove("is-dragged");
    this.#tiles.forEach((tile) => (tile.style.transform = ""));
    if (takes && this.#to !== this.#from) {
      this.#drop(this.#to);
    }
  }
}
