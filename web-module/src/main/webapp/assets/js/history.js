/**
 * How far an order to fetch the past has come. Numbers come from the API; when what it does has changed, the server's words
 * for it do.
 */
import { backfill } from "./api.js";
import { locale, word } from "./page.js";

const RUNNING_MS = 2_000;
const WAITING_MS = 15_000;
const numbers = new Intl.NumberFormat(locale);

async function freshWords(place) {
  const answer = await fetch(location.pathname, { credentials: "same-origin", signal: AbortSignal.timeout(30_000) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(place.id);
  if (answer.ok && fresh !== null) {
    place.dataset.job = fresh.dataset.job;
    place.dataset.state = fresh.dataset.state;
    place.replaceChildren(...fresh.childNodes);
  }
}

export function startHistory(place) {
  const isActive = () => ["running", "waiting"].includes(place.dataset.state);
  let timer = 0;

  async function look() {
    clearTimeout(timer);
    try {
      const order = await backfill(place.dataset.backfill);
      const isOld = String(order.jobId) !== place.dataset.job || order.state !== place.dataset.state;
      if (isOld || order.state === "waiting") {
        await freshWords(place);
      } else {
        const bar = place.querySelector("progress");
        if (bar !== null) {
          bar.value = order.daysDone;
        }
        place.querySelector(".work-counts").textContent = word(
          "history.counts",
          ...[order.daysDone, order.daysTotal, order.rowsStored].map((number) => numbers.format(number)),
        );
      }
    } catch {
      // Nothing was ordered yet, or the server is away for a moment: what stands there stays.
    }
    if (isActive() && !document.hidden) {
      timer = setTimeout(look, place.dataset.state === "running" ? RUNNING_MS : WAITING_MS);
    }
  }

  // Another tab may have ordered something meanwhile.
  document.addEventListener("visibilitychange", () => !document.hidden && look());
  if (isActive()) {
    timer = setTimeout(look, RUNNING_MS);
  }
}
