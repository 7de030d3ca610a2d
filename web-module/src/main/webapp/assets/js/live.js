/**
 * Live values. Asks for the latest values every five seconds while the page is seen, more slowly after failures, and says so
 * when the connection is lost; it comes back by itself.
 */
import * as api from "./api.js";
import { LiveSystem } from "./live-system.js";
import { site } from "./page.js";

const EVERY_MS = 5_000;
const CARDS_EVERY = 3;
const SLOWEST_MS = 60_000;
const LOST_AFTER = 2;

export class Live {
  #panels;
  #round = 0;
  #failures = 0;
  #timer = null;
  #running = false;

  constructor(roots) {
    this.#panels = [...roots].map((root) => new LiveSystem(root));
    document.addEventListener("visibilitychange", () => this.#wake());
    addEventListener("online", () => this.#wake());
    setInterval(() => this.#panels.forEach((panel) => panel.tick()), 1_000);
    this.#schedule(EVERY_MS);
  }

  #wake() {
    if (!document.hidden) {
      clearTimeout(this.#timer);
      this.#poll();
    }
  }

  #schedule(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#poll(), delay);
  }

  async #poll() {
    if (document.hidden || this.#running) {
      return;
    }
    this.#running = true;
    try {
      const withCards = this.#round++ % CARDS_EVERY === 0;
      await this.#update(withCards);
      this.#failures = 0;
    } catch (problem) {
      this.#failures++;
    } finally {
      this.#running = false;
    }
    this.#showConnection(this.#failures >= LOST_AFTER);
    this.#schedule(Math.min(EVERY_MS * 2 ** this.#failures, SLOWEST_MS));
  }

  async #update(withCards) {
    const wanted = new Set(
      this.#panels.filter((panel) => withCards || panel.subject === site?.subject).map((panel) => panel.subject),
    );
    const health = withCards ? await api.systems() : null;
    await Promise.all(
      [...wanted].map(async (subject) => {
        const answer = await api.latest(subject);
        const panels = this.#panels.filter((panel) => panel.subject === subject);
        panels.forEach((panel) => panel.show(answer));
        if (subject === site?.subject) {
          document.dispatchEvent(new CustomEvent("liveone:latest", { detail: answer }));
        }
      }),
    );
    for (const each of health?.data ?? []) {
      this.#panels
        .filter((panel) => panel.subject === `systemId=${each.id}`)
        .forEach((panel) => panel.showHealth(each.health, each.asleepUntil));
    }
  }

  #showConnection(lost) {
    document.body.classList.toggle("is-lost", lost);
    for (const note of document.querySelectorAll(".connection")) {
      note.hidden = !lost;
    }
  }
}
