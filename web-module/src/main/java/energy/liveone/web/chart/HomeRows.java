package energy.liveone.web.chart;

import energy.liveone.flowledger.FlowSeries;
import energy.liveone.flowledger.FlowStep;
import energy.liveone.flowledger.Home;
import energy.liveone.flowledger.HomePoint;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.Resolution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.OptionalDouble;

/** What energy flow knows of a home step by step, as rows for a chart's first paint. */
@ApplicationScoped
public class HomeRows {
  private final FlowSeries series;

  @Inject
  public HomeRows(FlowSeries series) {
    this.series = series;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected HomeRows() {
    this(null);
  }

  /** Rows in the shape of the API, with values rounded to what a chart can show. */
  public JsonArrayBuilder of(
      Home home, List<HomePoint> points, HistoryWindow window, Resolution resolution) {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    series.of(home, window, resolution).forEach(step -> rows.add(row(step, points)));
    return rows;
  }

  private static JsonObjectBuilder row(FlowStep step, List<HomePoint> points) {
    JsonObjectBuilder row =
        Json.createObjectBuilder().add("timestamp", step.time().getEpochSecond());
    int flags = 0;
    int covered = step.flow().seconds();
    for (HomePoint point : points) {
      OptionalDouble value = point.in(step);
      if (value.isPresent()) {
        row.add(point.key(), Math.round(value.getAsDouble() * 1_000) / 1_000.0);
        covered = Math.min(covered, point.coveredSeconds(step).orElse(covered));
        flags |= point.flags(step);
      }
    }
    row.add("coveredS", covered);
    return flags == 0 ? row : row.add("flags", flags);
  }
}
