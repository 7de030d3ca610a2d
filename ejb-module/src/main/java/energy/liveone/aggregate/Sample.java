package energy.liveone.aggregate;

/**
 * A value at a time, of a point that the context names.
 *
 * @param t epoch seconds of the device
 * @param value in the point's unit; of counters, where said so, the level
 */
public record Sample(long t, double value) {}
