package energy.liveone.history;

import energy.liveone.point.PointKey;
import energy.liveone.reading.StoredForecast;
import java.util.List;

/**
 * What a vendor expects of a point.
 *
 * @param unit of all values
 * @param forecasts of intervals that are not over, ascending; may be empty
 */
public record PointForecasts(
    PointKey key, String label, String unit, List<StoredForecast> forecasts) {
  public PointForecasts {
    forecasts = List.copyOf(forecasts);
  }
}
