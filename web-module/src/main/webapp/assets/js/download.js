/** The form for a system's table: periods at a touch, and a word while the server prepares what the browser then saves. */
import { element, word } from "./page.js";

const BUSY_MS = 8_000;

export function startDownload(form) {
  const { from, to } = form.elements;
  const error = form.querySelector(".field-error");
  const note = form.querySelector(".busy");
  const periods = [...form.querySelectorAll("[data-from]")];
  let timer = 0;

  function check() {
    const isWrong = from.value !== "" && to.value !== "" && from.value > to.value;
    error.textContent = isWrong ? word("download.order") : "";
    from.setAttribute("aria-invalid", isWrong);
    for (const period of periods) {
      period.setAttribute("aria-pressed", period.dataset.from === from.value && period.dataset.to === to.value);
    }
    return !isWrong;
  }

  for (const period of periods) {
    period.addEventListener("click", () => {
      from.value = period.dataset.from;
      to.value = period.dataset.to;
      check();
    });
  }
  form.addEventListener("change", check);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!check()) {
      from.focus();
      return;
    }
    // By a link: should the server refuse, the browser says that the download failed and stays on the page.
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    const link = element("a", { href: `${form.action}?${query}`, download: "" });
    document.body.append(link);
    link.click();
    link.remove();
    note.textContent = word("download.begun");
    clearTimeout(timer);
    timer = setTimeout(() => (note.textContent = ""), BUSY_MS);
  });
  check();
}
