package energy.liveone.flowledger;

import energy.liveone.composite.CompositeId;
import energy.liveone.flow.BoundPoint;
import energy.liveone.flow.FlowMember;
import energy.liveone.system.SystemId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What energy flow is computed of: a system, a composite, or some systems looked at together.
 *
 * @param zone divides its days
 * @param members with the roles of their points
 * @param names of members and of points that answers name
 * @param lost names of members of the composite that are gone
 * @param percentages points in % that are no state of charge, by their key, of all members
 */
public record Home(
    @Nullable SystemId systemOrNull,
    @Nullable CompositeId compositeOrNull,
    ZoneId zone,
    List<FlowMember> members,
    Names names,
    List<String> lost,
    @Nullable Double co2GramsPerKwhOrNull,
    Map<String, Set<Integer>> percentages) {
  public Home {
    members = List.copyOf(members);
    lost = List.copyOf(lost);
    percentages = Map.copyOf(percentages);
  }

  /**
   * Words for people.
   *
   * @param systems by id
   * @param points by id, of those that have a role
   * @param cadences usual seconds between samples, by system
   */
  public record Names(
      Map<Integer, String> systems, Map<Integer, String> points, Map<Integer, Integer> cadences) {
    public Names {
      systems = Map.copyOf(systems);
      points = Map.copyOf(points);
      cadences = Map.copyOf(cadences);
    }
  }

  /** Whether its days are stored. */
  public boolean isStored() {
    return systemOrNull != null || compositeOrNull != null;
  }

  /** The composite, if it is one. */
  public Optional<CompositeId> composite() {
    return Optional.ofNullable(compositeOrNull);
  }

  /** One of its members by itself. */
  Home only(FlowMember member) {
    return new Home(null, null, zone, List.of(member), names, List.of(), null, Map.of());
  }

  /** Ids of all points that have a role. */
  List<Integer> pointIds() {
    return members.stream()
        .flatMap(member -> member.points().stream())
        .map(BoundPoint::pointId)
        .toList();
  }
}
