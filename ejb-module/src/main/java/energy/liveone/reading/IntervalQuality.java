package energy.liveone.reading;

/**
 * How final a value of an interval is. A value replaces a stored one of a lower rank, or of the
 * same rank when it differs; it never replaces one of a higher rank. Forecasts are not among them:
 * they are kept apart, as {@link Forecast}.
 */
public enum IntervalQuality {
  /** The vendor says that it guessed or that it will revise. */
  ESTIMATED(2),
  /** Measured, possibly refined later. */
  ACTUAL(3),
  /** Settled between retailer and customer. */
  BILLABLE(4);

  private final int rank;

  IntervalQuality(int rank) {
    this.rank = rank;
  }

  /** The rank as stored; 0 is kept for rows computed from samples. */
  public int rank() {
    return rank;
  }
}
