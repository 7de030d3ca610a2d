package energy.liveone.reading;

import energy.liveone.system.SystemId;
import java.util.List;

/**
 * What is to be stored of one system together; everything in any order, possibly repeated, possibly
 * long known.
 *
 * @param system an existing system
 * @param readings samples, for points whose source is samples
 * @param intervals values of intervals, for points whose source is intervals
 * @param forecasts values of intervals that have not begun
 */
public record Delivery(
    SystemId system,
    List<Reading> readings,
    List<IntervalReading> intervals,
    List<Forecast> forecasts) {
  public Delivery {
    readings = List.copyOf(readings);
    intervals = List.copyOf(intervals);
    forecasts = List.copyOf(forecasts);
  }

  /** Samples only. */
  public Delivery(SystemId system, List<Reading> readings) {
    this(system, readings, List.of(), List.of());
  }
}
