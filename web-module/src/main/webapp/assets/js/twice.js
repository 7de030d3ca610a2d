/** Says on a composite's page when members seem to measure the same meter. Looked for after everything else: it takes a week of data. */
import * as api from "./api.js";
import { element, word } from "./page.js";

export async function startTwice(notice) {
  try {
    const { data } = await api.proposals(notice.dataset.twice);
    if (data.length > 0) {
      const pairs = [...new Set(data.map(({ keep, exclude }) => `${keep.name}, ${exclude.name}`))].join("; ");
      notice.append(word("composite.twice", pairs), " ", element("a", { href: notice.dataset.edit }, word("composite.twice.act")));
      notice.hidden = false;
    }
  } catch (problem) {
    // The page is whole without; the editor shows the same.
  }
}
