/** What the server put into the page as data, and the small things that every module needs of the page. */
function data(id) {
  const element = document.getElementById(id);
  return element ? JSON.parse(element.textContent) : null;
}

const words = data("words") ?? {};

/** The language of the page; numbers and dates follow it. */
export const locale = document.documentElement.dataset.locale || document.documentElement.lang || "en";

/** Description of the system shown, with its first range of history; null on pages without one. */
export const site = data("site");

/** The energy flow that the server has written; null on pages without one. */
export const flow = data("flow");

/** A text of the page's language, with {0}, {1} … replaced. */
export function word(key, ...values) {
  const pattern = words[key] ?? key;
  return pattern.replace(/\{(\d)\}/g, (whole, index) => values[Number(index)] ?? whole);
}

/** An element with attributes and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Writes a text where it differs, and lets it fade in. */
export function freshen(target, text) {
  if (target === null || target.textContent === text) {
    return;
  }
  target.textContent = text;
  target.classList.remove("fresh");
  void target.offsetWidth; // restarts the animation
  target.classList.add("fresh");
}
