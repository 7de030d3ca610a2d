/** The card for doubting a number: compares, says what differs, has it made anew and compares again. */
import { compare, remake } from "./compare.js";
import { element, locale, word } from "./page.js";

const numbers = new Intl.NumberFormat(locale);
const count = (number) => numbers.format(number);

class Doubt {
  constructor(card) {
    this.form = card.querySelector("form");
    this.start = this.form.querySelector("[type=submit]");
    this.stop = this.form.querySelector("[data-cancel]");
    this.words = card.querySelector(".work-words");
    this.bar = card.querySelector("progress");
    this.counts = card.querySelector(".work-counts");
    this.result = card.querySelector("[data-result]");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.run((signal) => this.compare(this.chosen(), signal));
    });
    this.stop.addEventListener("click", () => this.control.abort());
    this.start.disabled = false;
  }

  chosen() {
    const choice = this.form.elements.system;
    return [...choice.options]
      .filter((option) => option.value !== "" && (choice.value === "" || option.value === choice.value))
      .map((option) => ({ id: Number(option.value), name: option.text, zone: option.dataset.zone }));
  }

  /** One piece of work at a time; the days are those that stand in the form when it begins. */
  async run(work) {
    this.days = [this.form.elements.from, this.form.elements.to].map((field) => field.value);
    if (this.days.includes("") || this.days[0] > this.days[1]) {
      this.words.textContent = word("doubt.noDays");
      return;
    }
    this.control = new AbortController();
    this.busy(true);
    this.result.replaceChildren();
    await work(this.control.signal);
    this.busy(false);
  }

  busy(isBusy) {
    this.start.disabled = isBusy;
    this.stop.hidden = !isBusy;
    this.bar.hidden = !isBusy;
    this.counts.textContent = "";
    if (isBusy) {
      this.bar.value = 0;
    }
  }

  async compare(systems, signal) {
    this.words.textContent = word("doubt.comparing");
    const progress = ({ system, systemsDone, share }) => {
      this.bar.value = share;
      this.counts.textContent = word("doubt.counts", count(systemsDone), count(systems.length), system.name);
    };
    const found = await compare(systems, ...this.days, progress, signal);
    this.show(found, systems.length, signal.aborted);
  }

  show(found, wanted, isCancelled) {
    const wrong = found.filter((one) => one.different > 0);
    const failed = found.filter((one) => one.failed !== null);
    const pending = found.filter((one) => one.pending > 0);
    const compared = found.reduce((sum, one) => sum + one.compared, 0);
    const said = [];
    if (isCancelled) {
      said.push(word("doubt.cancelled", count(found.length), count(wanted)));
    }
    if (wrong.length > 0) {
      const different = wrong.reduce((sum, one) => sum + one.different, 0);
      said.push(word("doubt.differs", count(different), count(compared), count(wrong.length)));
    } else if (compared > 0) {
      said.push(word("doubt.agrees", count(compared), count(found.length - failed.length - pending.length)));
    } else if (failed.length + pending.length === 0 && !isCancelled) {
      said.push(word("doubt.nothing"));
    }
    if (pending.length > 0) {
      said.push(word("doubt.pending", pending.map((one) => one.system.name).join(", ")));
    }
    if (failed.length > 0) {
      said.push(word("doubt.failed", failed.map((one) => one.system.name).join(", ")));
    }
    const style = wrong.length > 0 ? "outcome bad" : compared > 0 ? "outcome ok" : "";
    this.words.replaceChildren(element("span", { class: style }), said.join(" "));
    if (wrong.length > 0) {
      this.result.replaceChildren(this.table(wrong), this.remakeButton(wrong.map((one) => one.system)));
    }
  }

  table(wrong) {
    const head = ["doubt.system", "doubt.compared", "doubt.different", "doubt.examples"].map((key, column) =>
      element("th", { scope: "col", class: column === 1 || column === 2 ? "number" : "" }, word(key)),
    );
    const rows = wrong.map(({ system, compared, different, examples }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, system.name),
        element("td", { class: "number" }, count(compared)),
        element("td", { class: "number" }, count(different)),
        element("td", {}, element("details", {}, element("summary", {}, examples[0] ?? ""), ...this.more(examples))),
      ),
    );
    const table = element("table", { class: "table" }, element("thead", {}, element("tr", {}, ...head)));
    table.append(element("tbody", {}, ...rows));
    return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("doubt.examples") }, table);
  }

  more(examples) {
    return examples.slice(1).map((example) => element("p", { class: "muted" }, example));
  }

  remakeButton(systems) {
    const button = element("button", { type: "button", class: "button" }, word("doubt.remake"));
    button.addEventListener("click", () => this.run((signal) => this.remake(systems, signal)));
    return button;
  }

  async remake(systems, signal) {
    this.words.textContent = word("doubt.remaking");
    const refused = [];
    for (const [index, system] of systems.entries()) {
      this.bar.value = index / systems.length;
      this.counts.textContent = word("doubt.counts", count(index), count(systems.length), system.name);
      if (!(await remake(system, ...this.days, signal)) && !signal.aborted) {
        refused.push(system.name);
      }
    }
    if (!signal.aborted) {
      await this.compare(systems, signal);
    } else {
      this.words.textContent = word("doubt.remakeGoesOn");
    }
    if (refused.length > 0) {
      this.words.append(" ", word("doubt.notRemade", refused.join(", ")));
    }
  }
}

export function startDoubt(card) {
  new Doubt(card);
}
