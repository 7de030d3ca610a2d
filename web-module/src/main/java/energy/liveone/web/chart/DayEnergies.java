package energy.liveone.web.chart;

import energy.liveone.history.History;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.HistoryService;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.Resolution;
import energy.liveone.history.Series;
import energy.liveone.history.SeriesField;
import energy.liveone.point.PointKey;
import energy.liveone.web.live.EnergyFlow;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.number.Quantity;
import energy.liveone.web.number.QuantityFormat;
import energy.liveone.web.words.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What today brought, in the site's own day. */
@RequestScoped
public class DayEnergies {
  private final HistoryService history;

  @Inject
  public DayEnergies(HistoryService history) {
    this.history = history;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected DayEnergies() {
    this(null);
  }

  /** One energy of the day; {@code key} is its name for scripts. */
  public record Row(
      String key, String label, String dotClass, Quantity quantity, String explained) {}

  /** The day's energies that the system has points for; none without any. */
  public List<Row> today(SystemPanel panel) {
    Set<EnergyFlow> flows = panel.energyKeys().keySet();
    return flows.isEmpty() ? List.of() : rows(flows, read(panel), panel.clock().texts());
  }

  /** The rows of these flows; what is not known of them is missing in {@code amounts}, kWh. */
  public static List<Row> rows(
      Set<EnergyFlow> flows, Map<EnergyFlow, Double> amounts, Texts texts) {
    QuantityFormat format = new QuantityFormat(texts.locale());
    List<Row> rows = new ArrayList<>();
    flows.stream()
        .sorted()
        .forEach(
            flow ->
                rows.add(
                    new Row(
                        flow.wireName(),
                        texts.text("energy." + flow.wireName()),
                        flow.dotClass(),
                        format.of(amounts.get(flow), "kWh"),
                        "")));
    Double load = amounts.get(EnergyFlow.LOAD);
    Double bought = amounts.get(EnergyFlow.IMPORT);
    if (load != null && bought != null && load > 0) {
      double share = Math.max(0, 1 - bought / load) * 100;
      rows.add(
          new Row(
              "own",
              texts.text("energy.own"),
              "",
              format.of(share, "%"),
              texts.text("energy.own.explained")));
    }
    return rows;
  }

  private Map<EnergyFlow, Double> read(SystemPanel panel) {
    Instant now = panel.clock().now();
    var zone = panel.overview().displayTimezone();
    Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    HistoryQuery query =
        new HistoryQuery(
            List.of(panel.overview().id()),
            List.copyOf(panel.site().energies().values()),
            HistoryWindow.between(midnight, now.plusSeconds(1)),
            Resolution.DAILY,
            Set.of());
    History read = history.read(query);
    Map<EnergyFlow, Double> amounts = new EnumMap<>(EnergyFlow.class);
    panel.site().energies().forEach((flow, key) -> put(read, flow, key, amounts));
    return amounts;
  }

  private static void put(
      History read, EnergyFlow flow, PointKey key, Map<EnergyFlow, Double> amounts) {
    for (Series series : read.series()) {
      if (series.subject().key().equals(key) && series.size() > 0) {
        double value = series.valueAt(SeriesField.VALUE, series.size() - 1);
        if (!Double.isNaN(value)) {
          amounts.put(flow, value);
        }
      }
    }
  }
}
