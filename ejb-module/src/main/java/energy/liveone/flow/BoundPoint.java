package energy.liveone.flow;

import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointSource;

/**
 * A point with the role that it plays.
 *
 * @param member id of its system
 * @param group what power and energy points of the same thing share, such as a circuit's name
 * @param firstEnd end of its first 5-minute row, epoch seconds; before it the point did not exist
 * @param lastEnd end of its last row where nothing more will come, else {@link Long#MAX_VALUE}
 */
public record BoundPoint(
    int pointId,
    int member,
    String group,
    Role role,
    MetricType metric,
    NumberClass numberClass,
    PointSource source,
    long firstEnd,
    long lastEnd) {

  /** Whether it is a thing of that time, so that its silence then is a gap. */
  boolean isDueAt(long slotEnd) {
    return slotEnd >= firstEnd && slotEnd <= lastEnd;
  }

  boolean isPower() {
    return metric == MetricType.POWER;
  }

  /** How good its evidence of energy is: 0 told, 1 by counter, 2 mean power. */
  int rung() {
    if (isPower()) {
      return 2;
    }
    return numberClass == NumberClass.COUNTER ? 1 : 0;
  }
}
