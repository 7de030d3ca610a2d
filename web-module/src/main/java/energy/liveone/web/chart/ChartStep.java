package energy.liveone.web.chart;

import energy.liveone.history.Resolution;
import java.util.Arrays;
import java.util.Optional;

/** How finely a chart is drawn. Months are added up from days, by the script that draws them. */
public enum ChartStep {
  RAW("raw", Resolution.RAW),
  FIVE_MINUTES("5m", Resolution.FIVE_MINUTES),
  HALF_HOURS("30m", Resolution.HALF_HOURS),
  HOURS("1h", Resolution.HOURS),
  DAYS("daily", Resolution.DAILY),
  MONTHS("monthly", Resolution.DAILY);

  private final String wireName;
  private final Resolution resolution;

  ChartStep(String wireName, Resolution resolution) {
    this.wireName = wireName;
    this.resolution = resolution;
  }

  static ChartStep[] ofOneDay() {
    return new ChartStep[] {FIVE_MINUTES, RAW, HALF_HOURS, HOURS};
  }

  static ChartStep[] ofOneWeek() {
    return new ChartStep[] {HALF_HOURS, FIVE_MINUTES, HOURS, DAYS};
  }

  static ChartStep[] ofOneMonth() {
    return new ChartStep[] {DAYS, FIVE_MINUTES, HALF_HOURS, HOURS};
  }

  /** The name in addresses and scripts. */
  public String wireName() {
    return wireName;
  }

  /** What is asked for. */
  public Resolution resolution() {
    return resolution;
  }

  /** Whether it is told as energies; everything shorter is told as powers. */
  public boolean isEnergy() {
    return resolution == Resolution.DAILY;
  }

  /** The step of this wire name. */
  static Optional<ChartStep> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(step -> step.wireName.equals(wireName)).findFirst();
  }
}
