package energy.liveone.vendor;

import energy.liveone.point.PointDefinition;
import energy.liveone.reading.Forecast;
import energy.liveone.reading.IntervalReading;
import energy.liveone.reading.Reading;
import java.util.List;

/**
 * What one conversation with a vendor brought. A metric that was not reported is absent.
 *
 * @param samples values at moments, for points whose source is samples
 * @param intervals values of intervals, for points whose source is intervals
 * @param forecasts values of intervals that have not begun
 * @param points the points that the site has now, for vendors whose points are found while polling;
 *     empty says nothing. A stored point with the same {@code vendorField} is the same point,
 *     whatever its key: its readings under the new key are stored under the old one
 */
public record Measurements(
    List<Reading> samples,
    List<IntervalReading> intervals,
    List<Forecast> forecasts,
    List<PointDefinition> points) {
  /** Nothing at all. */
  public static final Measurements NONE =
      new Measurements(List.of(), List.of(), List.of(), List.of());

  public Measurements {
    samples = List.copyOf(samples);
    intervals = List.copyOf(intervals);
    forecasts = List.copyOf(forecasts);
    points = List.copyOf(points);
  }

  /** Samples only. */
  public static Measurements of(List<Reading> samples) {
    return new Measurements(samples, List.of(), List.of(), List.of());
  }

  /** Intervals only. */
  public static Measurements ofIntervals(List<IntervalReading> intervals) {
    return new Measurements(List.of(), intervals, List.of(), List.of());
  }

  /** Whether there is nothing to store. */
  public boolean isEmpty() {
    return samples.isEmpty() && intervals.isEmpty() && forecasts.isEmpty();
  }
}
