package energy.liveone.web.flow;

import energy.liveone.web.chart.ChartPeriod;
import energy.liveone.web.chart.DayEnergies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pages of a system or composite have in common: a period in the address ({@code
 * ?range=&end=&on=&step=}), its chart and its flow, and what today brought.
 */
public abstract class PeriodView {
  private @Nullable String range;
  private @Nullable String end;
  private @Nullable String on;
  private @Nullable String step;
  private @Nullable FlowPanel flow;
  private String siteData = "null";
  private List<DayEnergies.Row> today = List.of();

  /** The period of the address, else the usual one. */
  protected ChartPeriod period() {
    return ChartPeriod.of(new ChartPeriod.Wanted(range, end, on, step));
  }

  /** Sets what the first paint shows. */
  protected void show(String site, @Nullable FlowPanel flowing, List<DayEnergies.Row> ofToday) {
    siteData = site;
    flow = flowing;
    today = ofToday;
  }

  /** What is shown and its first range, as JSON. */
  public String getSiteData() {
    return siteData;
  }

  /** Where energy comes from and goes to; null when nothing measures power. */
  public @Nullable FlowPanel getFlow() {
    return flow;
  }

  /** What today brought. */
  public List<DayEnergies.Row> getToday() {
    return today;
  }

  public @Nullable String getRange() {
    return range;
  }

  public void setRange(@Nullable String range) {
    this.range = range;
  }

  public @Nullable String getEnd() {
    return end;
  }

  public void setEnd(@Nullable String end) {
    this.end = end;
  }

  public @Nullable String getOn() {
    return on;
  }

  public void setOn(@Nullable String on) {
    this.on = on;
  }

  public @Nullable String getStep() {
    return step;
  }

  public void setStep(@Nullable String step) {
    this.step = step;
  }
}
