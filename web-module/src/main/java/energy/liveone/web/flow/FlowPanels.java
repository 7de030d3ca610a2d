package energy.liveone.web.flow;

import energy.liveone.flow.FlowSummary;
import energy.liveone.flowledger.FlowRange;
import energy.liveone.flowledger.FlowService;
import energy.liveone.flowledger.GridIntensity;
import energy.liveone.flowledger.Home;
import energy.liveone.flowledger.Homes;
import energy.liveone.flowledger.LiveFlow;
import energy.liveone.flowledger.LiveFlows;
import energy.liveone.history.HistoryWindow;
import energy.liveone.web.chart.ChartPeriod;
import energy.liveone.web.chart.ChartRange;
import energy.liveone.web.chart.PeriodName;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.words.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Asks for the flow of a system that the reader may see. */
@RequestScoped
public class FlowPanels {
  private final Homes homes;
  private final LiveFlows live;
  private final FlowService flows;
  private final GridIntensity intensity;

  @Inject
  public FlowPanels(Homes homes, LiveFlows live, FlowService flows, GridIntensity intensity) {
    this.homes = homes;
    this.live = live;
    this.flows = flows;
    this.intensity = intensity;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected FlowPanels() {
    this(null, null, null, null);
  }

  /** The flow of a system, now and over the period that the chart shows. */
  public FlowPanel of(SystemPanel panel, ChartPeriod period) {
    Home home = homes.of(panel.overview().id());
    return of(home, live.of(home), panel.clock(), period);
  }

  /** The flow of a home, now and over the period that the chart shows. */
  public FlowPanel of(Home home, LiveFlow now, SiteClock clock, ChartPeriod period) {
    Texts texts = clock.texts();
    HistoryWindow window = window(period, clock);
    FlowRange range = flows.over(home, window);
    FlowSummary flow = range.flow();
    return new FlowPanel(
        new FlowSide("live", "W", texts.text("flow.now"), "", now.matrixOrNull(), "", texts),
        new FlowSide(
            "range",
            "kWh",
            texts.text("flow.range"),
            name(period, window, clock),
            flow.coveredSeconds() > 0 ? flow.matrix() : null,
            FlowSide.coverage(
                flow.coveredSeconds(), flow.seconds(), range.pendingDays() > 0, texts),
            texts),
        new PeriodStats(flow, intensity.of(home).orElse(null), texts));
  }

  /** To the second what the chart shows; only its rolling month and year are of whole days. */
  private static HistoryWindow window(ChartPeriod period, SiteClock clock) {
    HistoryWindow window = period.window(clock.now(), clock.zone(), clock.texts().weekStart());
    boolean isOfDays =
        period.range() == ChartRange.THIRTY_DAYS || period.range() == ChartRange.ONE_YEAR;
    return isOfDays ? window : HistoryWindow.between(window.from(), window.to());
  }

  private static String name(ChartPeriod period, HistoryWindow window, SiteClock clock) {
    if (period.isLive()) {
      return clock.texts().text("chart.range." + period.range().wireName());
    }
    return period.range().rolling().isEmpty()
        ? PeriodName.of(period.range(), window.from(), window.to(), clock)
        : clock.moment(window.from()) + " \u2013 " + clock.moment(window.to());
  }
}
