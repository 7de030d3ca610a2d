package energy.liveone.flow;

/**
 * State of charge over some time, weighted by capacity among batteries and by time among slots.
 *
 * @param min lowest slot in %; NaN when nothing is covered
 * @param max highest slot in %
 * @param percentSeconds integral over the covered time
 * @param coveredSeconds time that is evidenced
 */
public record Charge(double min, double max, double percentSeconds, int coveredSeconds) {
  /** Nothing known. */
  public static final Charge NONE = new Charge(Double.NaN, Double.NaN, 0, 0);

  static Charge of(double percent, int seconds) {
    return new Charge(percent, percent, percent * seconds, seconds);
  }

  /** Mean in %; NaN when nothing is covered. */
  public double mean() {
    return coveredSeconds == 0 ? Double.NaN : percentSeconds / coveredSeconds;
  }

  Charge plus(Charge other) {
    if (coveredSeconds == 0) {
      return other;
    }
    return other.coveredSeconds == 0
        ? this
        : new Charge(
            Math.min(min, other.min),
            Math.max(max, other.max),
            percentSeconds + other.percentSeconds,
            coveredSeconds + other.coveredSeconds);
  }
}
