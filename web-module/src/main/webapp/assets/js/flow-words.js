/**
 * The flow of a moment or a period in figures and words. The server writes the first ones by the same rules
 * (energy.liveone.web.flow.FlowSide).
 */
import { locale, word } from "./page.js";
import { quantity, text } from "./number.js";

export const SOURCES = ["solar", "battery", "grid", "unaccounted"];
export const SINKS = ["load", "battery", "grid", "losses"];

/** Smaller shares of the whole are neither drawn nor named. */
const WORTH = 0.005;
const WHOLE = 0.985;

function sum(amounts) {
  return amounts.reduce((all, amount) => all + amount, 0);
}

/** Who gave how much to whom, in one unit: "W" or "kWh". Flows are those of the API. */
export class FlowMatrix {
  #amounts;

  constructor(flows, unit) {
    this.unit = unit;
    const key = unit === "W" ? "w" : unit;
    this.#amounts = new Map(flows.map((flow) => [`${flow.from}/${flow.to}`, flow[key]]));
  }

  at(source, sink) {
    return this.#amounts.get(`${source}/${sink}`) ?? 0;
  }

  given(source) {
    return sum(SINKS.map((sink) => this.at(source, sink)));
  }

  taken(sink) {
    return sum(SOURCES.map((source) => this.at(source, sink)));
  }

  total() {
    return sum(SOURCES.map((source) => this.given(source)));
  }

  /** Flows that are worth a line, the biggest first. */
  worthNaming() {
    const least = this.total() * WORTH;
    return SOURCES.flatMap((source) => SINKS.map((sink) => ({ source, sink, amount: this.at(source, sink) })))
      .filter(({ amount }) => amount > 0 && amount >= least)
      .sort((a, b) => b.amount - a.amount);
  }

  /** An amount as people read it. */
  says(amount) {
    return text(amount, this.unit, locale);
  }
}

/** All flows in one sentence. */
export function flowSummary(matrix) {
  const parts = matrix
    .worthNaming()
    .map(({ source, sink, amount }) =>
      word("flow.one", matrix.says(amount), word(`flow.from.${source}`), word(`flow.to.${sink}`)),
    );
  return `${parts.join(", ")}.`;
}

/** The figures beneath a drawing by their keys, as {number, unit}; null for one that says nothing. */
export function figures(matrix) {
  const share = (some, all) => quantity(all > 0 ? (some / all) * 100 : null, "%", locale);
  const load = matrix.taken("load");
  const solar = matrix.given("solar");
  const unaccounted = matrix.given("unaccounted");
  return {
    own: share(matrix.at("solar", "load") + matrix.at("battery", "load"), load),
    kept: share(solar - matrix.at("solar", "grid"), solar),
    losses: quantity(matrix.taken("losses"), matrix.unit, locale),
    unaccounted: unaccounted > load * WORTH ? quantity(unaccounted, matrix.unit, locale) : null,
  };
}

/** What one cell of the table says; "all" adds up. */
export function cell(matrix, key) {
  const [source, sink] = key.split("/");
  if (source === "all") {
    return matrix.says(sink === "all" ? matrix.total() : matrix.taken(sink));
  }
  return matrix.says(sink === "all" ? matrix.given(source) : matrix.at(source, sink));
}

/** What of a period is missing. */
export function coverage({ coveredS, seconds, pendingDays }) {
  if (pendingDays > 0) {
    return word("flow.pending");
  }
  const share = seconds > 0 ? coveredS / seconds : 1;
  return coveredS === 0 || share >= WHOLE ? "" : word("flow.covered", text(share * 100, "%", locale));
}
