/** Compares stored aggregates with what they were made from, system by system and some days at a time. */
import { remakeAggregates, verifyAggregates } from "./api.js";
import { instantOf } from "./time.js";

/** So many days are compared with one call: enough for speed, few enough to see it move. */
const DAYS_A_CALL = 7;
const AGAIN_MS = 2_000;
const LONGEST_REMAKE_MS = 300_000;
const DAY_MS = 86_400_000;

function midnight(day, plus, zone) {
  const at = new Date(Date.parse(day) + plus * DAY_MS);
  return instantOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), 0, zone);
}

function iso(instant) {
  return new Date(instant).toISOString().replace(".000", "");
}

/** The stretches of local days of a system that one call each compares. */
export function stretches(zone, first, last) {
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const found = [];
  for (let day = 0; day < days; day += DAYS_A_CALL) {
    const end = Math.min(day + DAYS_A_CALL, days);
    found.push({ from: iso(midnight(first, day, zone)), to: iso(midnight(first, end, zone)) });
  }
  return found.filter(({ from }) => Date.parse(from) < Date.now());
}

/**
 * Walks through systems; one that fails stops nobody. Answers what was found of each that was reached.
 *
 * @param progress told {system, systemsDone, share} before each call
 */
export async function compare(systems, first, last, progress, signal) {
  const found = [];
  for (const [index, system] of systems.entries()) {
    const sum = { system, pending: 0, compared: 0, different: 0, examples: [], failed: null };
    const parts = stretches(system.zone, first, last);
    for (const [part, stretch] of parts.entries()) {
      if (signal.aborted) {
        return found;
      }
      progress({ system, systemsDone: index, share: (index + part / parts.length) / systems.length });
      try {
        const answer = await verifyAggregates(system.id, stretch, signal);
        sum.pending = Math.max(sum.pending, answer.pending);
        sum.compared += answer.compared;
        sum.different += answer.different;
        sum.examples.push(...answer.examples);
      } catch (problem) {
        if (signal.aborted) {
          return found;
        }
        sum.failed = problem.status ?? 0;
        break;
      }
    }
    found.push(sum);
  }
  return found;
}

function pause(signal) {
  return new Promise((done) => {
    const timer = setTimeout(done, AGAIN_MS);
    signal.addEventListener("abort", () => (clearTimeout(timer), done()), { once: true });
  });
}

/** Has a system's days made anew and waits until they are; false when they could not be ordered. */
export async function remake(system, first, last, signal) {
  const whole = { from: iso(midnight(first, 0, system.zone)), to: iso(midnight(last, 1, system.zone)) };
  try {
    await remakeAggregates(system.id, whole, signal);
    const until = Date.now() + LONGEST_REMAKE_MS;
    const moment = stretches(system.zone, first, first)[0];
    // A system whose late data is being worked in is left out, so the answer says when that is over.
    while (!signal.aborted && Date.now() < until && (await verifyAggregates(system.id, moment, signal)).pending > 0) {
      await pause(signal);
    }
    return true;
  } catch {
    return false;
  }
}
