package energy.liveone.web.composite;

import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeService;
import energy.liveone.flowledger.HomePoint;
import energy.liveone.flowledger.Homes;
import energy.liveone.flowledger.LiveFlows;
import energy.liveone.history.HistoryWindow;
import energy.liveone.web.chart.ChartPeriod;
import energy.liveone.web.chart.ChartSite;
import energy.liveone.web.chart.DayEnergies;
import energy.liveone.web.chart.HomeRows;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Makes panels of composites that the reader may see, and what pages show around them. */
@RequestScoped
public class CompositePanels {
  private final CompositeService composites;
  private final Homes homes;
  private final LiveFlows live;
  private final HomeRows rows;
  private final DayEnergies energies;
  private final Words words;
  private final Clock clock;

  @Inject
  public CompositePanels(
      CompositeService composites,
      Homes homes,
      LiveFlows live,
      HomeRows rows,
      DayEnergies energies,
      Words words,
      Clock clock) {
    this.composites = composites;
    this.homes = homes;
    this.live = live;
    this.rows = rows;
    this.energies = energies;
    this.words = words;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected CompositePanels() {
    this(null, null, null, null, null, null, null);
  }

  /** The composite as it is now. */
  public CompositePanel of(Composite composite) {
    SiteClock times = new SiteClock(composite.settings().zone(), clock.instant(), words.texts());
    return new CompositePanel(
        composite, live.of(homes.of(composite)), times, !composites.isOwn(composite));
  }

  /** What the chart's scripts find in the page. */
  public String siteData(CompositePanel panel, ChartPeriod period) {
    return new ChartSite("compositeId=" + panel.id(), panel.zone(), panel)
        .json(period, historical(panel, period));
  }

  private JsonObjectBuilder historical(CompositePanel panel, ChartPeriod period) {
    List<HomePoint> points =
        (period.step().isEnergy()
                ? panel.energyKeys().values().stream()
                : Stream.of(
                        panel.powerKeys().values().stream(),
                        panel.socKey().stream(),
                        panel.priceKeys().values().stream())
                    .flatMap(keys -> keys))
            .flatMap(key -> HomePoint.ofKey(key).stream())
            .toList();
    HistoryWindow window =
        period.window(
            panel.clock().now(),
            panel.composite().settings().zone(),
            panel.clock().texts().weekStart());
    return ChartSite.historical(
        rows.of(panel.live().home(), points, window, period.step().resolution()), period);
  }

  /** What today brought to all of it. */
  public List<DayEnergies.Row> today(CompositePanel panel) {
    return energies.today(panel, panel.live().home());
  }
}
