package energy.liveone.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The charge of several batteries: weighted by capacity, so that a small full one beside a large
 * empty one is not "half full". Where a capacity is unknown all weigh the same. One that is not
 * heard leaves no mean at all.
 */
public final class ChargeMean {
  private final List<Double> percents = new ArrayList<>();
  private final List<Double> capacities = new ArrayList<>();
  private int covered = SlotGrid.SECONDS;
  private boolean isMissing;

  /**
   * Adds a battery.
   *
   * @param percent NaN when not heard
   * @param coveredSeconds what the value speaks for; 0 when not heard
   */
  public void add(double percent, int coveredSeconds, @Nullable Double capacityKwh) {
    if (coveredSeconds <= 0 || Double.isNaN(percent)) {
      isMissing = true;
      return;
    }
    percents.add(percent);
    if (capacityKwh != null && capacityKwh > 0) {
      capacities.add(capacityKwh);
    }
    covered = Math.min(covered, coveredSeconds);
  }

  /** The mean in %; empty when there is no battery or one is not heard. */
  public OptionalDouble percent() {
    if (isMissing || percents.isEmpty()) {
      return OptionalDouble.empty();
    }
    double weighted = 0;
    double weights = 0;
    for (int i = 0; i < percents.size(); i++) {
      double weight = isByCapacity() ? capacities.get(i) : 1;
      weighted += weight * percents.get(i);
      weights += weight;
    }
    return OptionalDouble.of(weighted / weights);
  }

  /** Whether every battery's capacity is known. */
  public boolean isByCapacity() {
    return capacities.size() == percents.size();
  }

  int covered() {
    return covered;
  }
}
