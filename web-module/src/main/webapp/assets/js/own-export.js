/**
 * The archive of an account's data. Nobody knows its size before it is written, so what is told is how much has come. The browser
 * keeps what comes as a file of its own until it is whole; without this script the link does the same without a word.
 */
import { element, locale, word } from "./page.js";

const TOO_OFTEN = 429;
const KEPT_MS = 60_000;
const size = new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte", maximumFractionDigits: 1, minimumFractionDigits: 1 });
const megabytes = (bytes) => size.format(bytes / 1e6);

export function startOwnExport(link) {
  const card = link.closest("section");
  const words = card.querySelector(".work-words");
  const bar = card.querySelector("progress");
  const counts = card.querySelector(".work-counts");
  const cancel = card.querySelector("[data-cancel]");
  let control = null;

  async function load(loaded) {
    const answer = await fetch(link.href, { credentials: "same-origin", signal: control.signal });
    if (!answer.ok) {
      return word(answer.status === TOO_OFTEN ? "export.others" : "export.failed");
    }
    const counting = new TransformStream({
      transform(chunk, onward) {
        loaded.bytes += chunk.byteLength;
        counts.textContent = word("export.loaded", megabytes(loaded.bytes));
        onward.enqueue(chunk);
      },
    });
    const whole = await new Response(answer.body.pipeThrough(counting)).blob();
    const file = URL.createObjectURL(whole);
    element("a", { href: file, download: link.download }).click();
    setTimeout(() => URL.revokeObjectURL(file), KEPT_MS);
    return word("export.done", megabytes(loaded.bytes));
  }

  link.addEventListener("click", async (event) => {
    event.preventDefault();
    if (control !== null) {
      return;
    }
    control = new AbortController();
    link.setAttribute("aria-disabled", "true");
    bar.hidden = cancel.hidden = false;
    words.textContent = word("export.writing");
    try {
      words.textContent = await load({ bytes: 0 });
    } catch {
      words.textContent = word(control.signal.aborted ? "export.cancelled" : "export.failed");
    }
    control = null;
    link.removeAttribute("aria-disabled");
    bar.hidden = cancel.hidden = true;
    counts.textContent = "";
  });
  cancel.addEventListener("click", () => control?.abort());
}
