package energy.liveone.flow;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.Flag;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the stored rows of one point onto the 5-minute grid, whatever its cadence.
 *
 * <ul>
 *   <li>A vendor's interval of 15 or 30 minutes is spread evenly over its slots.
 *   <li>A counter that is read every 10 minutes has a rise every second slot; it is spread over the
 *       slots since the reading before, by the time that they are covered.
 *   <li>After a gap the whole rise stays in the first slot, flagged as estimated: when within the
 *       gap it rose, nobody knows.
 * </ul>
 *
 * <p>So that what is spread reaches the first and the last slots, rows of {@link #MARGIN_SECONDS}
 * before and after the grid are wanted too.
 */
final class Alignment {
  /** Longer intervals than twice this are cut at the ends of what is asked for. */
  static final long MARGIN_SECONDS = 3_600;

  private static final double WH_PER_KWH = 1_000;

  private final BoundPoint point;
  private final SlotGrid grid;
  private final Aligned aligned;
  private final List<Aggregate> waiting = new ArrayList<>();

  private Alignment(BoundPoint point, SlotGrid grid) {
    this.point = point;
    this.grid = grid;
    this.aligned = new Aligned(grid.size());
  }

  /** The values of a point, from its rows in ascending order. */
  static Aligned of(BoundPoint point, List<Aggregate> rows, SlotGrid grid) {
    Alignment alignment = new Alignment(point, grid);
    rows.forEach(alignment::add);
    return alignment.aligned;
  }

  private void add(Aggregate row) {
    if (point.source() == PointSource.INTERVALS) {
      addTold(row);
    } else if (point.numberClass() == NumberClass.GAUGE) {
      set(row.end(), row.avg(), row.coveredSeconds(), row);
    } else {
      addAmount(row, point.numberClass() == NumberClass.COUNTER ? row.delta() : row.sum());
    }
  }

  /** A gauge holds for each of the slots, an amount is divided among them. */
  private void addTold(Aggregate row) {
    int slots = Math.max(1, row.coveredSeconds() / SlotGrid.SECONDS);
    boolean isAmount = point.numberClass() != NumberClass.GAUGE;
    Double value = isAmount ? row.sum() : row.avg();
    if (value == null) {
      return;
    }
    for (int i = 0; i < slots; i++) {
      set(
          row.end() - (long) i * SlotGrid.SECONDS,
          isAmount ? (Double) (value * WH_PER_KWH / slots) : value,
          SlotGrid.SECONDS,
          row);
    }
  }

  private void addAmount(Aggregate row, @Nullable Double kilowattHours) {
    if (kilowattHours == null) {
      if (row.count() == 0) {
        waiting.add(row);
      } else {
        waiting.clear();
      }
      return;
    }
    if (row.has(Flag.GAP)) {
      waiting.clear();
    }
    waiting.removeIf(one -> one.end() < row.end() - MARGIN_SECONDS);
    waiting.add(row);
    double seconds = waiting.stream().mapToInt(Aggregate::coveredSeconds).sum();
    for (Aggregate one : waiting) {
      double share = seconds > 0 ? one.coveredSeconds() / seconds : one.end() == row.end() ? 1 : 0;
      set(one.end(), kilowattHours * WH_PER_KWH * share, SlotGrid.SECONDS, row);
    }
    waiting.clear();
  }

  private void set(long end, @Nullable Double value, int covered, Aggregate row) {
    if (value != null) {
      aligned.set(grid.slotEndingAt(end), value, covered, row.has(Flag.ESTIMATED));
    }
  }
}
