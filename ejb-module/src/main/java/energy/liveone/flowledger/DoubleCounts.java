package energy.liveone.flowledger;

import energy.liveone.flow.BoundPoint;
import energy.liveone.flow.FlowMember;
import energy.liveone.flow.FlowSlots;
import energy.liveone.flow.Likeness;
import energy.liveone.flow.Part;
import energy.liveone.flow.Role;
import energy.liveone.flow.SlotGrid;
import energy.liveone.point.MetricType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds members that measure the same meter: first by role, then by whether their hours of the last
 * week agree. Excludes nothing.
 */
@ApplicationScoped
public class DoubleCounts {
  private static final Duration LOOKED_AT = Duration.ofDays(7);

  private final FlowDays computing;
  private final Clock clock;

  @Inject
  public DoubleCounts(FlowDays computing, Clock clock) {
    this.computing = computing;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected DoubleCounts() {
    this(null, null);
  }

  /** What seems to count twice, the surest first. */
  public List<DoubleCount> in(Home home) {
    long to = Math.floorDiv(clock.instant().getEpochSecond(), 3_600L) * 3_600;
    SlotGrid week = new SlotGrid(to - LOOKED_AT.toSeconds(), to);
    Map<FlowMember, FlowSlots> slots = new LinkedHashMap<>();
    home.members().forEach(member -> slots.put(member, computing.slots(home.only(member), week)));
    List<DoubleCount> found = new ArrayList<>();
    List<FlowMember> members = home.members();
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        for (Part part : Part.values()) {
          compare(part, members.get(i), members.get(j), slots).ifPresent(found::add);
        }
      }
    }
    found.sort(Comparator.comparingDouble(one -> -one.likeness().correlation()));
    return found;
  }

  private static Optional<DoubleCount> compare(
      Part part, FlowMember first, FlowMember second, Map<FlowMember, FlowSlots> slots) {
    if (points(first, part).isEmpty() || points(second, part).isEmpty()) {
      return Optional.empty();
    }
    boolean swap = !hasPower(first, part) && hasPower(second, part);
    FlowMember keep = swap ? second : first;
    FlowMember exclude = swap ? first : second;
    return Likeness.of(slots.get(keep), slots.get(exclude), part)
        .filter(Likeness::isSameMeter)
        .map(
            likeness ->
                new DoubleCount(
                    part,
                    keep.system(),
                    exclude.system(),
                    points(exclude, part).stream().map(BoundPoint::pointId).toList(),
                    likeness));
  }

  private static boolean hasPower(FlowMember member, Part part) {
    return points(member, part).stream().anyMatch(one -> one.metric() == MetricType.POWER);
  }

  private static List<BoundPoint> points(FlowMember member, Part part) {
    Set<Role> roles = roles(part);
    return member.points().stream().filter(point -> roles.contains(point.role())).toList();
  }

  private static Set<Role> roles(Part part) {
    return switch (part) {
      case SOLAR -> EnumSet.of(Role.SOLAR);
      case LOAD -> EnumSet.of(Role.LOAD);
      case IMPORT -> EnumSet.of(Role.GRID, Role.GRID_IMPORT);
      case EXPORT -> EnumSet.of(Role.GRID, Role.GRID_EXPORT);
      case DISCHARGE -> EnumSet.of(Role.BATTERY, Role.BATTERY_DISCHARGE);
      case CHARGE -> EnumSet.of(Role.BATTERY, Role.BATTERY_CHARGE);
    };
  }
}
