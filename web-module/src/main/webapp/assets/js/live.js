/**
 * Live values. While the page is seen the server says whose values are new, and they are asked for at once; without its
 * stream they are asked for every five seconds, more slowly after failures. A lost connection is shown and comes back by itself.
 */
import * as api from "./api.js";
import { LiveSystem } from "./live-system.js";
import { site } from "./page.js";
import { Stream } from "./stream.js";

const EVERY_MS = 5_000;
const CARDS_EVERY = 3;
const SLOWEST_MS = 60_000;
const BESIDE_STREAM_MS = 30_000;
const LOST_AFTER = 2;

export class Live {
  #panels;
  #round = 0;
  #failures = 0;
  #timer = null;
  #running = false;
  #stream;
  #fresh = new Set();

  constructor(roots) {
    this.#panels = [...roots].map((root) => new LiveSystem(root));
    document.addEventListener("visibilitychange", () => this.#wake());
    addEventListener("online", () => this.#wake());
    addEventListener("offline", () => this.#showConnection(true));
    setInterval(() => this.#panels.forEach((panel) => panel.tick()), 1_000);
    const subjects = [...new Set(this.#panels.map((panel) => panel.subject))];
    this.#stream = new Stream(subjects, {
      opened: () => this.#wake(),
      told: (changed) => this.#take(changed),
      closed: () => this.#schedule(EVERY_MS),
    });
    this.#schedule(EVERY_MS);
  }

  /** Renews what is told to be new; what comes while something is asked for already waits for its end. */
  async #take(changed) {
    changed.forEach((subject) => this.#fresh.add(subject));
    if (this.#running || document.hidden) {
      return;
    }
    this.#running = true;
    try {
      while (this.#fresh.size > 0) {
        const subjects = [...this.#fresh];
        this.#fresh.clear();
        await this.#renew(subjects);
      }
    } catch (problem) {
      this.#schedule(EVERY_MS);
    } finally {
      this.#running = false;
    }
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
    const usual = this.#stream.isOpen() && this.#failures === 0 ? BESIDE_STREAM_MS : EVERY_MS;
    this.#schedule(Math.min(usual * 2 ** this.#failures, SLOWEST_MS));
    if (this.#fresh.size > 0) {
      this.#take([]);
    }
  }

  async #update(withCards) {
    const wanted = new Set(
      this.#panels.filter((panel) => withCards || panel.subject === site?.subject).map((panel) => panel.subject),
    );
    const health = withCards ? await api.systems() : null;
    await this.#renew([...wanted]);
    for (const each of health?.data ?? []) {
      this.#panels
        .filter((panel) => panel.subject === `systemId=${each.id}`)
        .forEach((panel) => panel.showHealth(each.health, each.asleepUntil));
    }
  }

  async #renew(subjects) {
    await Promise.all(
      subjects.map(async (subject) => {
        const answer = await api.latest(subject);
        const panels = this.#panels.filter((panel) => panel.subject === subject);
        panels.forEach((panel) => panel.show(answer));
        if (subject === site?.subject) {
          document.dispatchEvent(new CustomEvent("liveone:latest", { detail: answer }));
        }
      }),
    );
  }

  #showConnection(lost) {
    document.body.classList.toggle("is-lost", lost);
    for (const note of document.querySelectorAll(".connection")) {
      note.hidden = !lost;
    }
  }
}
