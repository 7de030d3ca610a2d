/**
 * What was asked of the vendors and what their simulated devices sent: a bounded list of calls and
 * counts that are never cut. No password, key, token or cookie value enters it, for callers hand
 * over only what {@link energy.liveone.simulator.journal.Redaction} has passed.
 */
@NullMarked
package energy.liveone.simulator.journal;

import org.jspecify.annotations.NullMarked;
