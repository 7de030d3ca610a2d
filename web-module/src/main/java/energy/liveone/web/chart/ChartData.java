package energy.liveone.web.chart;

import energy.liveone.history.History;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.HistoryService;
import energy.liveone.history.MergedRows;
import energy.liveone.history.Resolution;
import energy.liveone.history.Series;
import energy.liveone.history.SeriesField;
import energy.liveone.point.PointKey;
import energy.liveone.web.live.SystemPanel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** What the scripts of a chart find in the page: the site's description and its first range. */
@RequestScoped
public class ChartData {
  private final HistoryService history;
  private final Clock clock;

  @Inject
  public ChartData(HistoryService history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ChartData() {
    this(null, null);
  }

  /** JSON for {@code <script type="application/json" id="site">}. */
  public String of(SystemPanel panel, ChartPeriod period) {
    ChartSite site = new ChartSite("systemId=" + panel.id(), panel.zone(), panel);
    return site.json(period, historical(panel, period));
  }

  private JsonObjectBuilder historical(SystemPanel panel, ChartPeriod period) {
    boolean daily = period.resolution() == Resolution.DAILY;
    List<PointKey> keys =
        daily ? List.copyOf(panel.site().energies().values()) : panel.site().drawn();
    JsonArrayBuilder data = Json.createArrayBuilder();
    if (!keys.isEmpty()) {
      HistoryQuery query =
          new HistoryQuery(
              List.of(panel.overview().id()),
              keys,
              period.window(clock.instant(), panel.overview().displayTimezone()),
              period.resolution(),
              Set.of());
      addRows(history.read(query), data);
    }
    return ChartSite.historical(data, period, period.resolution());
  }

  /** Rows in the shape of the API, with values rounded to what a chart can show. */
  private static void addRows(History read, JsonArrayBuilder data) {
    MergedRows rows = read.rows();
    while (rows.next()) {
      JsonObjectBuilder row = Json.createObjectBuilder().add("timestamp", rows.time());
      for (int i = 0; i < read.series().size(); i++) {
        Series series = read.series().get(i);
        int index = rows.indexIn(i);
        double value = index < 0 ? Double.NaN : series.valueAt(SeriesField.VALUE, index);
        if (!Double.isNaN(value)) {
          row.add(series.subject().key().value(), Math.round(value * 1000) / 1000.0);
        }
      }
      data.add(row);
    }
  }
}
