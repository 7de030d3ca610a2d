package energy.liveone.vendor.selectronic;

import energy.liveone.point.PointDefinition;
import java.util.List;

/** Lets benchmarks create systems with the points that the adapter gives them. */
public final class BenchPoints {
  private BenchPoints() {}

  public static List<PointDefinition> definitions() {
    return SelectronicPoints.definitions(false);
  }
}
