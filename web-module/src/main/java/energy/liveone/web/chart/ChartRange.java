package energy.liveone.web.chart;

import energy.liveone.history.RangeName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of time that a chart offers: those that roll, ending now or at a chosen instant,
 * and those of the calendar. {@code period.js} has the same.
 */
public enum ChartRange {
  HOUR("1H", RangeName.HOUR, ChartStep.RAW, ChartStep.FIVE_MINUTES),
  SIX_HOURS("6H", RangeName.SIX_HOURS, ChartStep.RAW, ChartStep.FIVE_MINUTES, ChartStep.HALF_HOURS),
  ONE_DAY("24H", RangeName.DAY, ChartStep.ofOneDay()),
  SEVEN_DAYS("7D", RangeName.WEEK, ChartStep.ofOneWeek()),
  THIRTY_DAYS("30D", RangeName.MONTH, ChartStep.ofOneMonth()),
  ONE_YEAR("1Y", RangeName.YEAR, ChartStep.MONTHS, ChartStep.DAYS),
  DAY("day", null, ChartStep.ofOneDay()),
  WEEK("week", null, ChartStep.ofOneWeek()),
  MONTH("month", null, ChartStep.ofOneMonth()),
  YEAR("year", null, ChartStep.MONTHS, ChartStep.DAYS);

  private final String wireName;
  private final @Nullable RangeName rollingOrNull;

  // A list that never changes; the checker only believes its own annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<ChartStep> steps;

  ChartRange(String wireName, @Nullable RangeName rollingOrNull, ChartStep... steps) {
    this.wireName = wireName;
    this.rollingOrNull = rollingOrNull;
    this.steps = List.of(steps);
  }

  /** The name in addresses and scripts. */
  public String wireName() {
    return wireName;
  }

  /** What it is called in queries when it ends now; empty for a range of the calendar. */
  public Optional<RangeName> rolling() {
    return Optional.ofNullable(rollingOrNull);
  }

  /** How finely it can be drawn, what is usual first. */
  public List<ChartStep> steps() {
    return steps;
  }

  /** The range of this wire name. */
  static Optional<ChartRange> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(range -> range.wireName.equals(wireName)).findFirst();
  }
}
