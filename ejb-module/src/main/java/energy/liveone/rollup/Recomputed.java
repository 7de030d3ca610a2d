package energy.liveone.rollup;

import energy.liveone.system.SystemId;

/**
 * Late data of a system was worked in. Fired within the transaction that did it.
 *
 * @param from exclusive start of the stretch, epoch seconds
 * @param to inclusive end
 */
public record Recomputed(SystemId system, long from, long to) {}
