package energy.liveone.point;

/**
 * The values that a point can honestly take; others are quarantined, not stored.
 *
 * @param min lowest plausible value, in the point's unit
 * @param max highest plausible value, in the point's unit
 */
public record PlausibleRange(double min, double max) {
  /** Household and small commercial power in either direction, in W. */
  public static final PlausibleRange POWER = new PlausibleRange(-2_000_000, 2_000_000);

  /** Power that has only one direction, in W; a little below zero is measurement noise. */
  public static final PlausibleRange POSITIVE_POWER = new PlausibleRange(-500, 2_000_000);

  /** Percent of a whole. */
  public static final PlausibleRange PERCENT = new PlausibleRange(0, 100);

  /** A lifetime energy counter, in kWh. */
  public static final PlausibleRange LIFETIME_ENERGY = new PlausibleRange(0, 1_000_000_000);

  /** Energy within one interval of at most some days, in kWh. */
  public static final PlausibleRange INTERVAL_ENERGY = new PlausibleRange(0, 100_000);

  /** Codes and epoch seconds. */
  public static final PlausibleRange CODE = new PlausibleRange(0, 4_294_967_295.0);

  /** A yes or a no. */
  public static final PlausibleRange FLAG = new PlausibleRange(0, 1);

  public PlausibleRange {
    if (!(min <= max) || Double.isInfinite(min) || Double.isInfinite(max)) {
      throw new IllegalArgumentException("Not a range: " + min + " to " + max);
    }
  }

  /** Whether the value is a finite number within the range. */
  public boolean admits(double value) {
    return value >= min && value <= max;
  }
}
