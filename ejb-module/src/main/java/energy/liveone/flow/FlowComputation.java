package energy.liveone.flow;

import energy.liveone.aggregate.Aggregate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * From the stored 5-minute rows of all members to what flowed in each slot. Pure: the same for a
 * live answer, for any range and for the stored days.
 */
public final class FlowComputation {
  private final SlotGrid grid;
  private final FlowSlots slots;
  private final Map<Integer, Aligned> values = new HashMap<>();
  private final List<FlowMember> members;

  private FlowComputation(
      List<FlowMember> members, Map<Integer, List<Aggregate>> rows, SlotGrid grid) {
    this.members = members;
    this.grid = grid;
    this.slots = new FlowSlots(grid);
    for (FlowMember member : members) {
      for (BoundPoint point : member.points()) {
        values.put(
            point.pointId(),
            Alignment.of(point, rows.getOrDefault(point.pointId(), List.of()), grid));
      }
    }
  }

  /** From where rows are wanted so that what is spread reaches the first slots. */
  public static long rowsFrom(SlotGrid grid) {
    return grid.from() - Alignment.MARGIN_SECONDS;
  }

  /** Until when rows are wanted so that what is spread reaches the last slots. */
  public static long rowsTo(SlotGrid grid) {
    return grid.to() + Alignment.MARGIN_SECONDS;
  }

  /**
   * Computes the slots of a grid.
   *
   * @param rows of all bound points, each ascending, of {@code (rowsFrom, rowsTo]}
   */
  public static FlowSlots of(
      List<FlowMember> members, Map<Integer, List<Aggregate>> rows, SlotGrid grid) {
    FlowComputation computation = new FlowComputation(members, rows, grid);
    members.forEach(computation::addMeters);
    members.forEach(computation::addPieces);
    computation.addCharge();
    computation.addPrice(Role.IMPORT_PRICE);
    computation.addPrice(Role.EXPORT_PRICE);
    return computation.slots;
  }

  private void addMeters(FlowMember member) {
    Map<Meter, Ladder> ladders = new LinkedHashMap<>();
    for (Meter meter : Meter.values()) {
      List<BoundPoint> points =
          member.points().stream().filter(point -> meter.has(point.role())).toList();
      if (!points.isEmpty()) {
        ladders.put(meter, new Ladder(points, values, grid, meter.parts().size() > 1));
      }
    }
    Ladder panels = ladders.remove(Meter.SOLAR);
    for (int slot = 0; slot < grid.size(); slot++) {
      boolean complete = true;
      boolean any = false;
      Rest rest = new Rest();
      for (Map.Entry<Meter, Ladder> one : ladders.entrySet()) {
        Ladder.State state = one.getValue().choose(slot);
        add(one.getKey(), one.getValue(), state, slot);
        rest.add(one.getKey(), one.getValue(), state, slot);
        complete &= state != Ladder.State.MISSING;
        any |= state == Ladder.State.KNOWN;
      }
      if (panels != null) {
        Ladder.State state = addPanels(member, panels, rest, slot);
        complete &= state != Ladder.State.MISSING;
        any |= state == Ladder.State.KNOWN;
      }
      if (complete && any) {
        slots.lastComplete.put(member.system(), slot);
      }
    }
  }

  private Ladder.State addPanels(FlowMember member, Ladder panels, Rest rest, int slot) {
    Ladder.State state = panels.choose(slot);
    boolean isAsleep =
        state == Ladder.State.MISSING
            && (member.isDark().test(grid.endOf(slot)) || rest.isNothing());
    if (isAsleep) {
      track(Part.SOLAR).add(slot, 0, SlotGrid.SECONDS);
      return Ladder.State.KNOWN;
    }
    add(Meter.SOLAR, panels, state, slot);
    return state;
  }

  private void add(Meter meter, Ladder ladder, Ladder.State state, int slot) {
    for (Part part : meter.parts()) {
      if (state == Ladder.State.KNOWN) {
        track(part).add(slot, ladder.wattHours(slot, part), ladder.covered(slot));
      } else if (state == Ladder.State.MISSING) {
        track(part).miss(slot);
      }
    }
    if (state == Ladder.State.KNOWN && ladder.isEstimated(slot)) {
      slots.estimated.set(slot);
    }
  }

  private Track track(Part part) {
    return slots.parts.get(part);
  }

  private void addPieces(FlowMember member) {
    Map<String, List<BoundPoint>> groups = new LinkedHashMap<>();
    member.points().stream()
        .filter(point -> point.role() == Role.SUB_ARRAY || point.role() == Role.SUB_CIRCUIT)
        .forEach(
            point -> groups.computeIfAbsent(point.group(), key -> new ArrayList<>()).add(point));
    for (List<BoundPoint> group : groups.values()) {
      Ladder ladder = new Ladder(group, values, grid, false);
      Track track = new Track(grid.size());
      for (int slot = 0; slot < grid.size(); slot++) {
        if (ladder.choose(slot) == Ladder.State.KNOWN) {
          track.add(slot, ladder.wattHours(slot), ladder.covered(slot));
        }
      }
      slots.pieces.put(representative(group), track);
    }
  }

  /** The point by which an array or a circuit is named in answers: the lowest of its ids. */
  public static int representative(List<BoundPoint> group) {
    return group.stream().mapToInt(BoundPoint::pointId).min().orElseThrow();
  }

  private void addCharge() {
    Aligned charge = new Aligned(grid.size());
    for (int slot = 0; slot < grid.size(); slot++) {
      ChargeMean mean = new ChargeMean();
      for (FlowMember member : members) {
        for (BoundPoint point : member.points()) {
          if (point.role() == Role.STATE_OF_CHARGE && point.isDueAt(grid.endOf(slot))) {
            Aligned own = values.get(point.pointId());
            mean.add(own.value(slot), own.covered(slot), member.batteryKwhOrNull());
          }
        }
      }
      OptionalDouble percent = mean.percent();
      if (percent.isPresent()) {
        charge.set(slot, percent.getAsDouble(), mean.covered(), false);
      }
    }
    slots.means.put(Role.STATE_OF_CHARGE, charge);
  }

  /** The retailer's: of the first member that has one. */
  private void addPrice(Role role) {
    List<Aligned> prices =
        members.stream()
            .flatMap(member -> member.points().stream())
            .filter(point -> point.role() == role)
            .map(point -> values.get(point.pointId()))
            .toList();
    Aligned price = new Aligned(grid.size());
    for (int slot = 0; slot < grid.size(); slot++) {
      for (Aligned one : prices) {
        if (one.has(slot)) {
          price.set(slot, one.value(slot), one.covered(slot), one.isEstimated(slot));
          break;
        }
      }
    }
    slots.means.put(role, price);
  }
}
