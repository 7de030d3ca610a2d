package energy.liveone.flow;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What flowed in each slot of a grid; made by {@link FlowComputation}. A slot enters the matrix
 * with the time that the evidence of all its parts covers in common.
 */
public final class FlowSlots {
  private final SlotGrid grid;
  final Map<Part, Track> parts = new EnumMap<>(Part.class);
  final Map<Integer, Track> pieces = new HashMap<>();
  final Map<Role, Aligned> means = new EnumMap<>(Role.class);
  final BitSet estimated = new BitSet();

  /** By member: the last slot in which all that it has to say is known; absent for never. */
  final Map<Integer, Integer> lastComplete = new HashMap<>();

  FlowSlots(SlotGrid grid) {
    this.grid = grid;
    for (Part part : Part.values()) {
      parts.put(part, new Track(grid.size()));
    }
  }

  /** The grid. */
  public SlotGrid grid() {
    return grid;
  }

  /** End of the last slot in which a member said all that it has to say; empty for none. */
  public OptionalLong heardUntil(int member) {
    Integer slot = lastComplete.get(member);
    return slot == null ? OptionalLong.empty() : OptionalLong.of(grid.endOf(slot));
  }

  /** Everything from one slot to another, which is not included. */
  public FlowSummary summary(int fromSlot, int toSlot) {
    FlowSummary sum = FlowSummary.EMPTY;
    for (int slot = fromSlot; slot < toSlot; slot++) {
      sum = sum.plus(at(slot));
    }
    return sum;
  }

  /** Everything. */
  public FlowSummary summary() {
    return summary(0, grid.size());
  }

  /** One slot. */
  public FlowSummary at(int slot) {
    boolean isEstimated = estimated.get(slot);
    Map<Part, PartTotal> totals = new EnumMap<>(Part.class);
    parts.forEach(
        (part, track) -> {
          if (track.isKnown(slot)) {
            totals.put(part, track.total(slot, isEstimated));
          }
        });
    int covered = matrixCoverage(slot);
    FlowMatrix matrix = FlowMatrix.ZERO;
    if (covered > 0) {
      Balance balance = balance(slot, covered);
      matrix = Allotment.of(balance);
      if (!balance.loadIsMeasured()) {
        double watts = balance.loadTaken() * 3_600 / covered;
        totals.put(
            Part.LOAD, new PartTotal(balance.loadTaken(), covered, isEstimated ? null : watts));
      }
    }
    Map<Integer, PartTotal> itsPieces = new HashMap<>();
    pieces.forEach(
        (piece, track) -> {
          if (track.isKnown(slot)) {
            itsPieces.put(piece, track.total(slot, isEstimated));
          }
        });
    return new FlowSummary(
        SlotGrid.SECONDS,
        covered,
        isEstimated ? covered : 0,
        matrix,
        totals,
        itsPieces,
        charge(slot));
  }

  /** A mean of the slot: state of charge in %, prices in their unit. */
  public OptionalDouble mean(Role role, int slot) {
    Aligned values = means.get(role);
    return values != null && values.has(slot)
        ? OptionalDouble.of(values.value(slot))
        : OptionalDouble.empty();
  }

  private Charge charge(int slot) {
    Aligned percent = means.get(Role.STATE_OF_CHARGE);
    return percent != null && percent.has(slot)
        ? Charge.of(percent.value(slot), percent.covered(slot))
        : Charge.NONE;
  }

  /** Seconds in common; 0 when a part is missing or too little is measured to speak of a whole. */
  private int matrixCoverage(int slot) {
    if (!isWhole(slot)) {
      return 0;
    }
    int covered = SlotGrid.SECONDS;
    for (Track track : parts.values()) {
      if (track.isBound(slot)) {
        covered = Math.min(covered, track.covered(slot));
      }
    }
    return covered;
  }

  /**
   * Whether where energy goes can be told: with the grid's meter, or off grid with those of battery
   * and load. Of panels alone nobody knows whom they feed.
   */
  private boolean isWhole(int slot) {
    return isBound(Part.IMPORT, slot) || (isBound(Part.LOAD, slot) && isBound(Part.CHARGE, slot));
  }

  private boolean isBound(Part part, int slot) {
    return parts.get(part).isBound(slot);
  }

  private Balance balance(int slot, int covered) {
    Map<Part, Double> amounts = new EnumMap<>(Part.class);
    parts.forEach(
        (part, track) -> {
          if (track.isBound(slot)) {
            amounts.put(part, track.rate(slot) * covered / SlotGrid.SECONDS);
          }
        });
    return Balance.of(amounts);
  }
}
