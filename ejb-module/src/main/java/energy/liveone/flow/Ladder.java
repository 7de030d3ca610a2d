package energy.liveone.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Points that say the same in different ways, best evidence first: energy that a meter told, rises
 * of lifetime counters, mean power. In each slot the best that is there counts, and nothing is
 * added up across ways. Meters that know one direction only come after those that know both.
 */
final class Ladder {
  private static final double SLOT_HOURS = SlotGrid.SECONDS / 3_600.0;

  /** Points of one way; together they are the whole. */
  private record Rung(List<BoundPoint> points) {
    boolean knowsBothWays() {
      return points.stream().anyMatch(p -> p.role() == Role.GRID || p.role() == Role.BATTERY)
          || points.stream().map(BoundPoint::role).distinct().count() > 1;
    }
  }

  /** What is known of a slot. */
  enum State {
    /** There was nothing that could have been measured. */
    UNBOUND,
    /** Something should have been measured, and was not. */
    MISSING,
    KNOWN
  }

  private final List<Rung> rungs;
  private final Map<Integer, Aligned> values;
  private final SlotGrid grid;
  private Rung chosen = new Rung(List.of());

  /**
   * @param points of one meter, array or circuit of one member
   * @param values of all of them, by point
   * @param twoWays whether there are two directions
   */
  Ladder(List<BoundPoint> points, Map<Integer, Aligned> values, SlotGrid grid, boolean twoWays) {
    this.values = values;
    this.grid = grid;
    Map<Integer, List<BoundPoint>> byRung = new TreeMap<>();
    points.forEach(
        point -> byRung.computeIfAbsent(point.rung(), rung -> new ArrayList<>()).add(point));
    rungs = new ArrayList<>(byRung.values().stream().map(Rung::new).toList());
    if (twoWays) {
      // Stable: within each half the better evidence stays first.
      rungs.sort(Comparator.comparing(rung -> !rung.knowsBothWays()));
    }
  }

  /** Chooses the evidence of a slot; what follows speaks of it. */
  State choose(int slot) {
    boolean isDue = false;
    for (Rung rung : rungs) {
      List<BoundPoint> due =
          rung.points().stream().filter(point -> point.isDueAt(grid.endOf(slot))).toList();
      if (due.isEmpty()) {
        continue;
      }
      isDue = true;
      if (due.stream().allMatch(point -> valuesOf(point).has(slot))) {
        chosen = new Rung(due);
        return State.KNOWN;
      }
    }
    return isDue ? State.MISSING : State.UNBOUND;
  }

  /** Wh of a part in the slot, had what was covered gone on for all of it. */
  double wattHours(int slot, Part part) {
    double sum = 0;
    for (BoundPoint point : chosen.points()) {
      sum += Meter.partOf(point.role(), part, energyOf(point, slot));
    }
    return sum;
  }

  /** The same of a circuit or an array, which has one part. */
  double wattHours(int slot) {
    double sum = 0;
    for (BoundPoint point : chosen.points()) {
      sum += Math.max(0, energyOf(point, slot));
    }
    return sum;
  }

  private double energyOf(BoundPoint point, int slot) {
    double value = valuesOf(point).value(slot);
    return point.isPower() ? value * SLOT_HOURS : value;
  }

  int covered(int slot) {
    return chosen.points().stream()
        .mapToInt(point -> valuesOf(point).covered(slot))
        .min()
        .orElse(0);
  }

  boolean isEstimated(int slot) {
    return chosen.points().stream().anyMatch(point -> valuesOf(point).isEstimated(slot));
  }

  private Aligned valuesOf(BoundPoint point) {
    return values.get(point.pointId());
  }
}
