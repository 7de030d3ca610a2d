package energy.liveone.simulator.vendor;

import energy.liveone.simulator.clock.VirtualClock;
import energy.liveone.simulator.fault.FaultBoard;
import energy.liveone.simulator.journal.Journal;

/**
 * What all vendors share.
 *
 * @param seed decides every site's clouds and habits
 */
public record SimulatorContext(long seed, VirtualClock clock, FaultBoard faults, Journal journal) {}
