/** The button that has the vendor of a system asked now: says what is under way, then what came of it. */
import { ApiProblem, testSystem } from "./api.js";
import { element, locale, word } from "./page.js";
import { pointValue } from "./point-value.js";
import { moment } from "./time.js";

/** What vendors tell of a site has names of theirs; most have words. */
function infoName(name) {
  const key = `test.info.${name}`;
  const words = word(key);
  return words === key ? name : words;
}

class SystemTest {
  constructor(card) {
    this.id = Number(card.dataset.test);
    this.about = JSON.parse(document.getElementById("test-data").textContent);
    this.button = card.querySelector("button");
    this.words = card.querySelector(".work-words");
    this.bar = card.querySelector("progress");
    this.result = card.querySelector("[data-result]");
    this.button.addEventListener("click", () => this.ask());
    this.button.disabled = false;
  }

  async ask() {
    this.busy(true);
    this.result.replaceChildren();
    this.words.textContent = word("test.asking", this.about.vendor);
    try {
      this.show(await testSystem(this.id));
    } catch (problem) {
      this.say("bad", word("test.notAsked", problem instanceof ApiProblem ? problem.status : "\u2013"));
    } finally {
      this.busy(false);
    }
  }

  /** The button keeps the focus meanwhile. */
  busy(isBusy) {
    this.button.disabled = isBusy;
    this.bar.hidden = !isBusy;
    if (!isBusy) {
      this.button.focus({ preventScroll: true });
    }
  }

  say(style, words) {
    this.words.replaceChildren(element("span", { class: `outcome ${style}` }, words));
  }

  show(answer) {
    const took = `${new Intl.NumberFormat(locale).format(answer.durationMs)}\u00a0ms`;
    if (answer.success) {
      this.say("ok", word("test.connected", this.about.vendor, took));
      const told = Object.entries(answer.systemInfo).map(([name, value]) => [infoName(name), value]);
      this.result.replaceChildren(this.facts(told), this.values(answer.values));
      return;
    }
    this.say("bad", word("test.refused", took, this.about[answer.code] ?? answer.code));
    const facts = [
      [word("test.code"), answer.code],
      [word("test.status"), answer.vendorStatus],
      [word("test.words"), answer.message],
      [word("test.again"), answer.retryAt === null ? null : this.time(answer.retryAt)],
    ];
    this.result.replaceChildren(this.facts(facts.filter(([, value]) => value !== null)));
    if (answer.response !== null) {
      const details = element("details", { class: "response" }, element("summary", {}, word("test.response")));
      details.append(element("pre", { tabindex: "0" }, answer.response));
      this.result.append(details);
    }
  }

  time(iso) {
    return moment(Date.parse(iso), this.about.zone, locale);
  }

  facts(pairs) {
    const list = element("dl", { class: "facts" });
    for (const [name, value] of pairs) {
      list.append(element("dt", {}, name), element("dd", {}, String(value)));
    }
    return list;
  }

  values(lines) {
    if (lines.length === 0) {
      return element("p", { class: "muted" }, word("test.noValues"));
    }
    const rows = lines.map(({ label, pointKey, unit, value }) => {
      const shown = pointValue(value, unit, this.about.zone);
      const quantity = shown.unit === "" ? shown.number : `${shown.number}\u00a0${shown.unit}`;
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, label, " ", element("code", { class: "muted small" }, pointKey)),
        element("td", { class: "number" }, quantity),
      );
    });
    const heads = ["point", "value"].map((key) =>
      element("th", { scope: "col", class: key === "value" ? "number" : "" }, word(`test.${key}`)),
    );
    return element(
      "table",
      { class: "table" },
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...rows),
    );
  }
}

export function startSystemTest(card) {
  new SystemTest(card);
}
