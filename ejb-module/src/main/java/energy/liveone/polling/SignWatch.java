package energy.liveone.polling;

import energy.liveone.point.PointKey;
import energy.liveone.reading.Reading;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.StandardPoint;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Notices devices whose numbers do not add up: solar + grid + battery must be load, less losses. A
 * sign the wrong way round, or a current transformer on the wrong wire, breaks that at every push;
 * clouds and clocks break it now and then. So ten in a row decide, either way. In memory, on this
 * node: arithmetic only, and what it says may be said again.
 */
final class SignWatch {
  private static final int IN_A_ROW = 10;
  private static final double LOSSES_W = 200;
  private static final double LOSSES = 0.1;

  /** What one more push makes of a system. */
  enum Verdict {
    /** What it was before. */
    AS_BEFORE,
    /** Ten pushes in a row did not add up. */
    SUSPECT,
    /** Ten pushes in a row did. */
    RIGHT
  }

  /** How many in a row: above zero right ones, below zero wrong ones. */
  private final ConcurrentMap<SystemId, Integer> runs = new ConcurrentHashMap<>();

  /** Looks at one push. One that lacks solar, grid or load says nothing. */
  Verdict saw(SystemId system, List<Reading> readings) {
    double solar = valueOf(StandardPoint.SOLAR_W.key(), readings);
    double grid = valueOf(StandardPoint.GRID_W.key(), readings);
    double load = valueOf(StandardPoint.LOAD_W.key(), readings);
    if (Double.isNaN(solar + grid + load)) {
      return Verdict.AS_BEFORE;
    }
    // A site without a battery never tells any.
    double told = valueOf(StandardPoint.BATTERY_W.key(), readings);
    double battery = Double.isNaN(told) ? 0 : told;
    boolean right =
        Math.abs(solar + grid + battery - load) <= tolerance(solar, grid, battery, load);
    int run = runs.merge(system, right ? 1 : -1, SignWatch::longer);
    if (run == IN_A_ROW) {
      return Verdict.RIGHT;
    }
    return run == -IN_A_ROW ? Verdict.SUSPECT : Verdict.AS_BEFORE;
  }

  /** Begins anew with a system. */
  void forget(SystemId system) {
    runs.remove(system);
  }

  /** Stays just beyond ten, so that each verdict is told once. */
  private static int longer(int run, int step) {
    if (Integer.signum(run) != step) {
      return step;
    }
    return Math.abs(run) > IN_A_ROW ? run : run + step;
  }

  /** Losses grow with what flows; the largest flow may be another than the load. */
  private static double tolerance(double... flows) {
    double largest = 0;
    for (double flow : flows) {
      largest = Math.max(largest, Math.abs(flow));
    }
    return Math.max(LOSSES_W, LOSSES * largest);
  }

  private static double valueOf(PointKey point, List<Reading> readings) {
    for (Reading reading : readings) {
      if (reading.point().equals(point)) {
        return reading.value();
      }
    }
    return Double.NaN;
  }
}
