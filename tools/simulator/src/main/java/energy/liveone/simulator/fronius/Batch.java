package energy.liveone.simulator.fronius;

import java.time.Instant;

/**
 * One push, made once and sent until it is settled.
 *
 * @param timestamp measurement time, by the device's clock
 * @param sequence unique label: boot id and counter
 * @param energy since the last batch, and of batches that were refused
 * @param lifetimeSolarWh the inverters' own counter, for the native body
 */
record Batch(
    Instant timestamp,
    String sequence,
    MeteredValues values,
    IntervalEnergy energy,
    long lifetimeSolarWh) {

  /** This batch telling more energy. */
  Batch telling(IntervalEnergy more) {
    return new Batch(timestamp, sequence, values, energy.plus(more), lifetimeSolarWh);
  }
}
