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
 * @param fromVendor whether users' transforms are still to be done; not for what was stored before
 */
public record Delivery(
    SystemId system,
    List<Reading> readings,
    List<IntervalReading> intervals,
    List<Forecast> forecasts,
    boolean fromVendor) {
  public Delivery {
    readings = List.copyOf(readings);
    intervals = List.copyOf(intervals);
    forecasts = List.copyOf(forecasts);
  }

  /** What a vendor said. */
  public Delivery(
      SystemId system,
      List<Reading> readings,
      List<IntervalReading> intervals,
      List<Forecast> forecasts) {
    this(system, readings, intervals, forecasts, true);
  }

  /** Samples only. */
  public Delivery(SystemId system, List<Reading> readings) {
    this(system, readings, List.of(), List.of());
  }
}
