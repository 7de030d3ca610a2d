package energy.liveone.web.chart;

import energy.liveone.flow.FlowSummary;
import energy.liveone.flow.Part;
import energy.liveone.flow.PartTotal;
import energy.liveone.flowledger.FlowService;
import energy.liveone.flowledger.Home;
import energy.liveone.flowledger.Homes;
import energy.liveone.history.History;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.HistoryService;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.Resolution;
import energy.liveone.history.Series;
import energy.liveone.history.SeriesField;
import energy.liveone.point.PointKey;
import energy.liveone.web.live.EnergyFlow;
import energy.liveone.web.live.LivePanel;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.number.Quantity;
import energy.liveone.web.number.QuantityFormat;
import energy.liveone.web.words.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What today brought, in the site's own day. */
@RequestScoped
public class DayEnergies {
  private final HistoryService history;
  private final FlowService flows;
  private final Homes homes;

  @Inject
  public DayEnergies(HistoryService history, FlowService flows, Homes homes) {
    this.history = history;
    this.flows = flows;
    this.homes = homes;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected DayEnergies() {
    this(null, null, null);
  }

  private static final double GRACE_SECONDS = 3_600;

  /** Of less of the day than this share is told how much was measured. */
  private static final double WHOLE = 0.95;

  /**
   * One energy of the day.
   *
   * @param key its name for scripts
   * @param note how much of the day was measured; empty for all of it
   */
  public record Row(
      String key,
      String label,
      String dotClass,
      Quantity quantity,
      String explained,
      String note) {}

  /**
   * An energy so far.
   *
   * @param measured share of the day so far that is measured, 0 to 1
   */
  public record Amount(double kilowattHours, double measured) {}

  /** The day's energies that the system has points for; none without any. */
  public List<Row> today(SystemPanel panel) {
    Set<EnergyFlow> measured = panel.energyKeys().keySet();
    if (measured.isEmpty()) {
      return List.of();
    }
    if (panel.isDrawnFromEnergies()) {
      return today(panel, homes.of(panel.overview().id()));
    }
    return rows(measured, read(panel), panel.clock().texts());
  }

  /** The same as energy flow knows them, of the home that the panel shows. */
  public List<Row> today(LivePanel panel, Home home) {
    Instant now = panel.clock().now();
    Instant midnight = midnight(now, home.zone());
    FlowSummary day = flows.over(home, HistoryWindow.between(midnight, now.plusSeconds(1))).flow();
    double soFar = Duration.between(midnight, now).toSeconds();
    Map<EnergyFlow, Amount> amounts = new EnumMap<>(EnergyFlow.class);
    for (EnergyFlow flow : panel.energyKeys().keySet()) {
      PartTotal total = day.part(Part.valueOf(flow.name()));
      if (total.coveredSeconds() > 0) {
        amounts.put(
            flow, new Amount(total.wattHours() / 1_000, measured(total.coveredSeconds(), soFar)));
      }
    }
    return rows(panel.energyKeys().keySet(), amounts, panel.clock().texts());
  }

  private static Instant midnight(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /** The rows of these flows; what is not known of them is missing in {@code amounts}. */
  private static List<Row> rows(
      Set<EnergyFlow> flows, Map<EnergyFlow, Amount> amounts, Texts texts) {
    QuantityFormat format = texts.quantities();
    List<Row> rows = new ArrayList<>();
    flows.stream().sorted().forEach(flow -> rows.add(row(flow, amounts.get(flow), format, texts)));
    Amount load = amounts.get(EnergyFlow.LOAD);
    Amount bought = amounts.get(EnergyFlow.IMPORT);
    if (load != null && bought != null && load.kilowattHours() > 0) {
      boolean isMeasured = bought.measured() >= WHOLE;
      double share = Math.max(0, 1 - bought.kilowattHours() / load.kilowattHours()) * 100;
      rows.add(
          new Row(
              "own",
              texts.text("energy.own"),
              "",
              isMeasured ? format.of(share, "%") : Quantity.MISSING,
              texts.text("energy.own.explained"),
              ""));
    }
    return rows;
  }

  private static Row row(
      EnergyFlow flow, @Nullable Amount amount, QuantityFormat format, Texts texts) {
    boolean isPart = amount != null && amount.measured() < WHOLE;
    return new Row(
        flow.wireName(),
        texts.text("energy." + flow.wireName()),
        flow.dotClass(),
        format.of(amount == null ? null : (Double) amount.kilowattHours(), "kWh"),
        "",
        isPart
            ? texts.shared("energy.measured", format.of(amount.measured() * 100, "%").text())
            : "");
  }

  private Map<EnergyFlow, Amount> read(SystemPanel panel) {
    Instant now = panel.clock().now();
    Instant midnight = midnight(now, panel.overview().displayTimezone());
    HistoryQuery query =
        new HistoryQuery(
            List.of(panel.overview().id()),
            List.copyOf(panel.site().energies().values()),
            HistoryWindow.between(midnight, now.plusSeconds(1)),
            Resolution.DAILY,
            Set.of(SeriesField.COVERED_SECONDS));
    History read = history.read(query);
    double soFar = Duration.between(midnight, now).toSeconds();
    Map<EnergyFlow, Amount> amounts = new EnumMap<>(EnergyFlow.class);
    panel.site().energies().forEach((flow, key) -> put(read, flow, key, soFar, amounts));
    return amounts;
  }

  private static void put(
      History read, EnergyFlow flow, PointKey key, double soFar, Map<EnergyFlow, Amount> amounts) {
    for (Series series : read.series()) {
      if (series.subject().key().equals(key) && series.size() > 0) {
        double value = series.valueAt(SeriesField.VALUE, series.size() - 1);
        if (!Double.isNaN(value)) {
          double covered = series.valueAt(SeriesField.COVERED_SECONDS, series.size() - 1);
          amounts.put(flow, new Amount(value, measured(covered, soFar)));
        }
      }
    }
  }

  /** Shortly after midnight, and with the usual delay of a vendor, nothing is called missing. */
  private static double measured(double coveredSeconds, double soFar) {
    return coveredSeconds >= soFar - GRACE_SECONDS ? 1 : coveredSeconds / soFar;
  }
}
