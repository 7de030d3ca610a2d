package energy.liveone.api.data;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.history.PointForecasts;
import energy.liveone.reading.StoredForecast;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code GET /api/data/forecasts}, by point key. Times are ISO-8601 with the offset of
 * the subject's zone; bounds that the vendor does not give are left out.
 *
 * @param systemId null when it is a composite's
 * @param compositeId null when it is a system's
 */
public record ForecastsAnswer(
    boolean success,
    @Nullable Integer systemId,
    @Nullable Integer compositeId,
    Map<String, PointLine> data) {
  /** The forecasts of one point, ascending. */
  public record PointLine(String label, String unit, List<ForecastLine> forecasts) {}

  /** What is expected of the {@code minutes} before {@code end}. */
  public record ForecastLine(
      String end,
      long minutes,
      double value,
      @Nullable Double low,
      @Nullable Double high,
      String issuedAt) {}

  /**
   * The answer.
   *
   * @param wanted keys of points; when empty all points that have forecasts
   */
  static ForecastsAnswer ofSystem(
      int systemId, List<PointForecasts> points, List<String> wanted, ZoneId zone) {
    return new ForecastsAnswer(true, systemId, null, lines(points, wanted, zone));
  }

  /** The same of a composite. */
  static ForecastsAnswer ofComposite(
      int compositeId, List<PointForecasts> points, List<String> wanted, ZoneId zone) {
    return new ForecastsAnswer(true, null, compositeId, lines(points, wanted, zone));
  }

  private static Map<String, PointLine> lines(
      List<PointForecasts> points, List<String> wanted, ZoneId zone) {
    Map<String, PointLine> data = new LinkedHashMap<>();
    for (PointForecasts point : points) {
      String key = point.key().value();
      if (wanted.isEmpty() ? !point.forecasts().isEmpty() : wanted.contains(key)) {
        data.put(
            key,
            new PointLine(
                point.label(),
                point.unit(),
                point.forecasts().stream().map(one -> line(one, zone)).toList()));
      }
    }
    if (data.isEmpty() && !wanted.isEmpty()) {
      throw ApiProblem.invalid("points", "It has no such point");
    }
    return data;
  }

  private static ForecastLine line(StoredForecast forecast, ZoneId zone) {
    return new ForecastLine(
        iso(forecast.end(), zone),
        forecast.length().toMinutes(),
        forecast.value(),
        forecast.low(),
        forecast.high(),
        iso(forecast.issuedAt(), zone));
  }

  private static String iso(Instant time, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone).toOffsetDateTime());
  }
}
