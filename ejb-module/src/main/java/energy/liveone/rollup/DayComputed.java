package energy.liveone.rollup;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.system.SystemId;

/**
 * A day of a system was summed up, for the first time or again. Fired within the transaction that
 * did it.
 */
public record DayComputed(SystemId system, LocalDay day) {}
