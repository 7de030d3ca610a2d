package energy.liveone.flow;

import org.jspecify.annotations.Nullable;

/**
 * A part of the balance over some time.
 *
 * @param wattHours what is evidenced; of times without evidence nothing
 * @param coveredSeconds how much of the time is evidenced
 * @param peakWattsOrNull highest 5-minute mean; null when there is none that was not estimated
 */
public record PartTotal(double wattHours, int coveredSeconds, @Nullable Double peakWattsOrNull) {
  /** Nothing, of no time. */
  public static final PartTotal NONE = new PartTotal(0, 0, null);

  PartTotal plus(PartTotal other) {
    return new PartTotal(
        wattHours + other.wattHours,
        coveredSeconds + other.coveredSeconds,
        higher(peakWattsOrNull, other.peakWattsOrNull));
  }

  private static @Nullable Double higher(@Nullable Double a, @Nullable Double b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : (Double) Math.max(a, b);
  }
}
