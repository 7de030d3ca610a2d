package energy.liveone.aggregate;

/**
 * The interval {@code (end - 300 s, end]} of the UTC 5-minute grid.
 *
 * @param end epoch seconds, a multiple of 300
 */
public record FiveMinuteBucket(long end) implements Comparable<FiveMinuteBucket> {
  /** Length in seconds. */
  public static final int SECONDS = 300;

  public FiveMinuteBucket {
    if (end % SECONDS != 0) {
      throw new IllegalArgumentException("Not on the 5-minute grid: " + end);
    }
  }

  /**
   * The bucket to which a sample of this time belongs; one on the boundary belongs to the bucket
   * that ends there.
   */
  public static FiveMinuteBucket of(long epochSecond) {
    return new FiveMinuteBucket(endOf(epochSecond));
  }

  /** End of the bucket of this time: {@code ceil(t / 300) * 300}. */
  public static long endOf(long epochSecond) {
    return -Math.floorDiv(-epochSecond, SECONDS) * SECONDS;
  }

  /** Exclusive start, in epoch seconds. */
  public long start() {
    return end - SECONDS;
  }

  @Override
  public int compareTo(FiveMinuteBucket other) {
    return Long.compare(end, other.end);
  }
}
