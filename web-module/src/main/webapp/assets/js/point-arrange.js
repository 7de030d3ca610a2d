/**
 * Arranging the points of a system: tiles are dragged or moved by keys, hidden and shown again. Every change is saved at once;
 * changes that come while one is being saved go together after it. Loaded when somebody begins.
 */
import * as api from "./api.js";
import { element, word } from "./page.js";
import { TileDrag } from "./point-arrange-drag.js";
import { changes, hidden, moved, shown, turned } from "./point-arrange-order.js";
import { pointValue } from "./point-value.js";

const HELP_ID = "arrange-help";
const ICON = "http://www.w3.org/2000/svg";

function icon(path) {
  const svg = document.createElementNS(ICON, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(ICON, "path"));
  svg.firstChild.setAttribute("d", path);
  return svg;
}

function button(text, style, act) {
  const made = element("button", { type: "button", class: style }, text);
  made.addEventListener("click", act);
  return made;
}

export class PointArrange {
  #card;
  #system;
  #list;
  #area;
  #begin;
  #status;
  #undo;
  #done;
  #help;
  #hidden;
  #spoken;
  #saved;
  #points;
  #earlier = [];
  #earlierSaved = 0;
  #saving = null;

  constructor(card, begin) {
    this.#card = card;
    this.#begin = begin;
    this.#system = card.dataset.pointsOf;
    this.#area = card.querySelector(".points-area");
    this.#list = card.querySelector(".points");
    this.#status = card.querySelector(".points-status");
  }

  /** Turns the tiles into ones that can be moved. */
  async start() {
    this.#status.textContent = "";
    this.#points = this.#saved = (await api.points(this.#system)).data;
    this.#undo = button(word("arrange.undo"), "button", () => this.#takeBack());
    this.#done = button(word("arrange.done"), "button", () => this.#finish());
    this.#begin.hidden = true;
    this.#begin.after(this.#undo, this.#done);
    this.#help = element("p", { class: "points-help muted", id: HELP_ID }, word("arrange.help"));
    this.#hidden = element("div", { class: "points-hidden" });
    this.#spoken = element("p", { class: "unseen", role: "status" });
    this.#card.append(this.#help, this.#hidden, this.#spoken);
    this.#card.classList.add("is-arranging");
    this.#area.setAttribute("role", "application");
    this.#area.setAttribute("aria-label", word("arrange.area"));
    this.#render();
    this.#done.focus();
  }

  async #finish() {
    await this.#saving;
    for (const part of this.#card.querySelectorAll(".point-grip, .point-hide")) {
      part.remove();
    }
    [this.#undo, this.#done, this.#help, this.#hidden, this.#spoken].forEach((part) => part.remove());
    this.#card.classList.remove("is-arranging");
    this.#area.removeAttribute("role");
    this.#area.removeAttribute("aria-label");
    this.#begin.hidden = false;
    this.#begin.focus();
  }

  /** Brings tiles, the list of hidden points and the button to what the points are now. */
  #render() {
    const focused = document.activeElement;
    const known = new Map([...this.#list.querySelectorAll(".point")].map((tile) => [tile.dataset.point, tile]));
    const tiles = shown(this.#points).map((point) => known.get(point.pointKey) ?? this.#newTile(point));
    const order = [...this.#list.children];
    if (tiles.length !== order.length || tiles.some((tile, index) => tile !== order[index])) {
      this.#list.replaceChildren(...tiles);
    }
    tiles.forEach((tile, index) => this.#equip(tile, index, tiles.length));
    this.#renderHidden();
    this.#undo.disabled = this.#earlier.length === 0;
    if (focused?.isConnected && focused !== document.activeElement) {
      focused.focus();
    }
  }

  #renderHidden() {
    const rest = hidden(this.#points);
    const buttons = rest.map((point) => {
      const show = button(point.label, "button", () => this.#turn(point, true));
      show.prepend(icon("M8 3v10M3 8h10"));
      show.setAttribute("aria-label", word("arrange.show", point.label));
      return show;
    });
    const title = element("h3", {}, word("arrange.hidden"));
    this.#hidden.replaceChildren(...(rest.length === 0 ? [] : [title, element("div", {}, ...buttons)]));
  }

  #newTile(point) {
    const dot = element("span", { class: point.subsystem ? `dot of-${point.subsystem}` : "dot" });
    const number = element("span", { class: "number" }, "\u2013");
    const tile = element(
      "div",
      { class: "point", "data-point": point.pointKey },
      element("dt", {}, dot, element("span", {}, point.label)),
      element("dd", {}, number, element("span", { class: "unit" })),
    );
    this.#fill(tile);
    return tile;
  }

  async #fill(tile) {
    try {
      const reading = (await api.latest(`systemId=${this.#system}`)).data[tile.dataset.point];
      if (reading) {
        const { zone } = this.#card.closest("[data-zone]").dataset;
        const parts = pointValue(reading.value, reading.unit, zone);
        tile.querySelector(".number").textContent = parts.number;
        tile.querySelector(".unit").textContent = parts.unit;
        tile.dataset.time = reading.timestamp;
      }
    } catch (problem) {
      // the live values fill it in a moment
    }
  }

  #equip(tile, index, count) {
    const label = tile.querySelector("dt").textContent.trim();
    let grip = tile.querySelector(".point-grip");
    if (grip === null) {
      grip = element("button", { type: "button", class: "point-grip", "aria-describedby": HELP_ID });
      grip.append(element("span", { class: "point-handle" }));
      grip.firstChild.append(icon("M5.5 3.5v.01M10.5 3.5v.01M5.5 8v.01M10.5 8v.01M5.5 12.5v.01M10.5 12.5v.01"));
      grip.addEventListener("keydown", (event) => this.#key(event, tile));
      grip.addEventListener("pointerdown", (event) => this.#press(event, tile));
      const hide = button("", "point-hide", () => this.#turn(this.#pointOf(tile), false));
      hide.append(icon("M4 4l8 8M12 4l-8 8"));
      hide.setAttribute("aria-label", word("arrange.hide", label));
      hide.title = word("arrange.hide", label);
      tile.querySelector("dd").append(grip, hide);
    }
    grip.setAttribute("aria-label", word("arrange.place", label, index + 1, count));
  }

  #pointOf(tile) {
    return this.#points.find((point) => point.pointKey === tile.dataset.point);
  }

  #press(event, tile) {
    const isTouch = event.pointerType === "touch";
    if (event.button === 0 && (!isTouch || event.target.closest(".point-handle") !== null)) {
      new TileDrag(this.#list, tile, event, (to) => this.#move(tile, to));
    }
  }

  #key(event, tile) {
    const tiles = [...this.#list.children];
    const from = tiles.indexOf(tile);
    const columns = tiles.filter((each) => each.offsetTop === tiles[0].offsetTop).length;
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns, Home: -from, End: tiles.length - 1 - from };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const to = from + step;
    if (to >= 0 && to < tiles.length && to !== from) {
      this.#move(tile, to);
    }
  }

  #move(tile, to) {
    const point = this.#pointOf(tile);
    this.#change(moved(this.#points, point.pointKey, to));
    this.#say(word("arrange.place", point.label, to + 1, shown(this.#points).length));
    tile.querySelector(".point-grip").focus();
  }

  #turn(point, visible) {
    const place = shown(this.#points).findIndex((each) => each.pointKey === point.pointKey);
    this.#change(turned(this.#points, point.pointKey, visible));
    this.#say(word(visible ? "arrange.isShown" : "arrange.isHidden", point.label));
    const at = visible ? this.#list.querySelector(`[data-point="${point.pointKey}"]`) : (this.#list.children[place] ?? this.#list.lastElementChild);
    (at?.querySelector(".point-grip") ?? this.#done).focus();
  }

  #say(text) {
    this.#spoken.textContent = text;
  }

  #change(points) {
    this.#earlier.push(this.#points);
    this.#points = points;
    this.#render();
    this.#save();
  }

  #takeBack() {
    this.#points = this.#earlier.pop();
    this.#say(word("arrange.undone"));
    this.#render();
    this.#save();
    (this.#undo.disabled ? this.#done : this.#undo).focus();
  }

  #save() {
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = null));
  }

  async #saveAll() {
    this.#status.textContent = word("arrange.saving");
    try {
      let due = changes(this.#saved, this.#points);
      while (due.length > 0) {
        const wanted = this.#points;
        const depth = this.#earlier.length;
        await api.changePoints(this.#system, due);
        this.#saved = wanted;
        this.#earlierSaved = depth;
        due = changes(this.#saved, this.#points);
      }
      this.#status.textContent = word("arrange.saved");
    } catch (problem) {
      this.#earlier.length = Math.min(this.#earlier.length, this.#earlierSaved);
      this.#points = this.#saved;
      this.#render();
      this.#status.textContent = word("arrange.failed");
    }
  }
}
