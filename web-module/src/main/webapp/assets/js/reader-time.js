/** Shows moments in the zone of the reader, which only the browser knows; the server wrote UTC. */
import { locale } from "./page.js";

export function startReaderTime(element) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  element.title = element.textContent;
  element.textContent = format.format(new Date(element.dateTime));
}
