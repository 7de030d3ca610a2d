package energy.liveone.web.chart;

import energy.liveone.flowledger.HomePoint;
import energy.liveone.flowledger.Homes;
import energy.liveone.history.History;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.HistoryService;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.MergedRows;
import energy.liveone.history.Resolution;
import energy.liveone.history.Series;
import energy.liveone.history.SeriesField;
import energy.liveone.point.PointKey;
import energy.liveone.web.chart.ChartSite.Choice;
import energy.liveone.web.live.PointTile;
import energy.liveone.web.live.SystemPanel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the scripts of a chart find in the page: the site's description and its first range. */
@RequestScoped
public class ChartData {
  /** As many rows as the scripts ask for. */
  private static final int MOST_ROWS = 1_500;

  /** More lines than that nobody can tell apart; {@code point-series.js} has the same. */
  private static final int MOST_POINTS = 8;

  private final HistoryService history;
  private final Homes homes;
  private final HomeRows homeRows;

  @Inject
  public ChartData(HistoryService history, Homes homes, HomeRows homeRows) {
    this.history = history;
    this.homes = homes;
    this.homeRows = homeRows;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ChartData() {
    this(null, null, null);
  }

  /** The chart of the whole system: JSON for {@code <script type="application/json" id="site">}. */
  public String of(SystemPanel panel, ChartPeriod period) {
    ChartSite site = new ChartSite("systemId=" + panel.id(), panel.zone(), panel);
    return site.json(period, usual(panel, period));
  }

  /**
   * The same where readers can choose points.
   *
   * @param points keys with commas between, as an address names them
   */
  public String of(SystemPanel panel, ChartPeriod period, String points) {
    List<Choice> choice = panel.allPoints().stream().map(ChartData::choice).toList();
    List<PointKey> chosen =
        Arrays.stream(points.split(","))
            .flatMap(name -> choice.stream().filter(one -> one.key().value().equals(name)))
            .map(Choice::key)
            .distinct()
            .limit(MOST_POINTS)
            .toList();
    ChartSite site = new ChartSite("systemId=" + panel.id(), panel.zone(), panel, choice, chosen);
    return site.json(
        period, chosen.isEmpty() ? usual(panel, period) : historical(panel, chosen, period));
  }

  private static Choice choice(PointTile tile) {
    return new Choice(new PointKey(tile.key()), tile.label(), tile.unit(), tile.dotClass());
  }

  private JsonObjectBuilder usual(SystemPanel panel, ChartPeriod period) {
    if (period.step().isEnergy()) {
      return historical(panel, List.copyOf(panel.site().energies().values()), period);
    }
    List<PointKey> drawn = panel.site().drawn();
    if (period.step() == ChartStep.RAW || !panel.isDrawnFromEnergies()) {
      return historical(panel, drawn, period);
    }
    List<HomePoint> points =
        drawn.stream().flatMap(key -> HomePoint.ofKey(key.value()).stream()).toList();
    return ChartSite.historical(
        homeRows.of(
            homes.of(panel.overview().id()),
            points,
            window(panel, period),
            period.step().resolution()),
        period);
  }

  private JsonObjectBuilder historical(SystemPanel panel, List<PointKey> keys, ChartPeriod period) {
    JsonArrayBuilder data = Json.createArrayBuilder();
    if (!keys.isEmpty()) {
      HistoryWindow window = window(panel, period);
      Resolution resolution = period.step().resolution();
      HistoryQuery query =
          new HistoryQuery(
              List.of(panel.overview().id()), keys, window, resolution, evidence(resolution));
      addRows(history.read(query).thinnedTo(MOST_ROWS), data);
    }
    return ChartSite.historical(data, period);
  }

  private static HistoryWindow window(SystemPanel panel, ChartPeriod period) {
    return period.window(
        panel.clock().now(), panel.overview().displayTimezone(), panel.clock().texts().weekStart());
  }

  private static Set<SeriesField> evidence(Resolution resolution) {
    return resolution == Resolution.RAW
        ? Set.of()
        : EnumSet.of(SeriesField.COVERED_SECONDS, SeriesField.FLAGS);
  }

  /**
   * Rows in the shape of the API, with values rounded to what a chart can show. Evidence is told
   * once a row, of the point that has least of it.
   */
  private static void addRows(History read, JsonArrayBuilder data) {
    MergedRows rows = read.rows();
    while (rows.next()) {
      ChartRow row = new ChartRow(rows.time());
      for (int i = 0; i < read.series().size(); i++) {
        int index = rows.indexIn(i);
        if (index >= 0) {
          row.add(read.series().get(i), index, read.query().fields());
        }
      }
      data.add(row.json());
    }
  }

  /** One row in the making. */
  private static final class ChartRow {
    private final JsonObjectBuilder json = Json.createObjectBuilder();
    private double covered = Double.NaN;
    private int flags;

    ChartRow(long time) {
      json.add("timestamp", time);
    }

    void add(Series series, int index, Set<SeriesField> fields) {
      double value = series.valueAt(SeriesField.VALUE, index);
      if (Double.isNaN(value)) {
        return;
      }
      json.add(series.subject().key().value(), Math.round(value * 1_000) / 1_000.0);
      if (fields.contains(SeriesField.FLAGS)) {
        double seconds = series.valueAt(SeriesField.COVERED_SECONDS, index);
        covered = Double.isNaN(covered) ? seconds : Math.min(covered, seconds);
        flags |= (int) series.valueAt(SeriesField.FLAGS, index);
      }
    }

    JsonObjectBuilder json() {
      if (!Double.isNaN(covered)) {
        json.add("coveredS", Math.round(covered));
      }
      return flags == 0 ? json : json.add("flags", flags);
    }
  }
}
