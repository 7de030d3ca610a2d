package energy.liveone.simulator.model;

/**
 * Repeatable randomness: numbers that look random but are a function of seed, channel and position.
 * Hashing is the finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
 * Generators, 2014).
 */
record Noise(long seed) {

  static Noise of(long seed, String name) {
    long mixed = mix(seed);
    for (int i = 0; i < name.length(); i++) {
      mixed = mix(mixed ^ name.charAt(i));
    }
    return new Noise(mixed);
  }

  /**
   * A number of 0 (inclusive) to 1 (exclusive) for an integer position; neighbours are unrelated.
   */
  double unit(int channel, long position) {
    long bits = mix(seed ^ mix(position + channel * 0x9E3779B97F4A7C15L));
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** A number of 0 to 1 that wanders smoothly: unrelated at whole positions, eased between them. */
  double smooth(int channel, double position) {
    long cell = (long) Math.floor(position);
    double fraction = position - cell;
    double eased = fraction * fraction * (3 - 2 * fraction);
    double here = unit(channel, cell);
    return here + (unit(channel, cell + 1) - here) * eased;
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
