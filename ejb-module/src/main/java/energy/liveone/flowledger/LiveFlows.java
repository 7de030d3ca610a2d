package energy.liveone.flowledger;

import energy.liveone.flow.Allotment;
import energy.liveone.flow.Balance;
import energy.liveone.flow.BoundPoint;
import energy.liveone.flow.ChargeMean;
import energy.liveone.flow.FlowMatrix;
import energy.liveone.flow.FlowMember;
import energy.liveone.flow.Part;
import energy.liveone.flow.Role;
import energy.liveone.flow.SlotGrid;
import energy.liveone.flowledger.LiveFlow.LiveMember;
import energy.liveone.point.MetricType;
import energy.liveone.reading.LatestSnapshot;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import energy.liveone.reading.LatestValues;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How energy flows now, from the latest powers of all members. */
@ApplicationScoped
public class LiveFlows {
  /** Older than this and two of the member's usual waits, a power says nothing of now. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /** A price holds for its interval, of up to half an hour, and comes with some delay. */
  private static final Duration LATE_PRICE = Duration.ofMinutes(45);

  private final LatestValues latest;
  private final Clock clock;

  @Inject
  public LiveFlows(LatestValues latest, Clock clock) {
    this.latest = latest;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected LiveFlows() {
    this(null, null);
  }

  /** The flow of this moment. */
  public LiveFlow of(Home home) {
    Map<SystemId, LatestSnapshot> snapshots =
        latest.of(home.members().stream().map(m -> new SystemId(m.system())).toList());
    Making making = new Making(home, clock.instant().getEpochSecond());
    for (FlowMember member : home.members()) {
      LatestSnapshot snapshot = snapshots.get(new SystemId(member.system()));
      making.add(member, snapshot == null ? Map.of() : snapshot.values());
    }
    return making.made();
  }

  /** An answer in the making. */
  private static final class Making {
    private final Home home;
    private final long now;
    private final Map<Part, Double> watts = new EnumMap<>(Part.class);
    private final Set<Part> incomplete = EnumSet.noneOf(Part.class);
    private final Map<Integer, Double> pieces = new HashMap<>();
    private final ChargeMean charge = new ChargeMean();
    private final Map<Role, Double> prices = new EnumMap<>(Role.class);
    private final List<LiveMember> members = new ArrayList<>();
    private final Map<String, DoubleSummaryStatistics> percentages = new HashMap<>();
    private long oldest = Long.MAX_VALUE;
    private long oldestWithoutPower = Long.MAX_VALUE;

    Making(Home home, long now) {
      this.home = home;
      this.now = now;
    }

    void add(FlowMember member, Map<Integer, TimedValue> values) {
      long limit =
          LATE.toSeconds()
              + 2L * home.names().cadences().getOrDefault(member.system(), SlotGrid.SECONDS);
      long oldestOfMember = Long.MAX_VALUE;
      boolean late = false;
      for (BoundPoint point : member.points()) {
        if (point.lastEnd() != Long.MAX_VALUE) {
          continue;
        }
        TimedValue value = values.get(point.pointId());
        if (point.metric() == MetricType.POWER) {
          boolean isFresh = value != null && value.epochSecond() >= now - limit;
          boolean isNight = point.role() == Role.SOLAR && member.isDark().test(now);
          if (isFresh) {
            oldestOfMember = Math.min(oldestOfMember, value.epochSecond());
            addPower(point, value.value());
          } else if (isNight) {
            addPower(point, 0);
          } else {
            late |= miss(point);
          }
        } else if (point.role() == Role.STATE_OF_CHARGE) {
          boolean isFresh = value != null && value.epochSecond() >= now - limit;
          charge.add(
              isFresh ? value.value() : Double.NaN,
              isFresh ? SlotGrid.SECONDS : 0,
              member.batteryKwhOrNull());
        } else if (value != null && value.epochSecond() >= now - LATE_PRICE.toSeconds()) {
          prices.putIfAbsent(point.role(), value.value());
          oldestWithoutPower = Math.min(oldestWithoutPower, value.epochSecond());
        }
      }
      addPercentages(values);
      oldest = Math.min(oldest, oldestOfMember);
      members.add(
          new LiveMember(
              member.system(),
              home.names().systems().getOrDefault(member.system(), ""),
              oldestOfMember == Long.MAX_VALUE ? null : Instant.ofEpochSecond(oldestOfMember),
              late));
    }

    private void addPercentages(Map<Integer, TimedValue> values) {
      home.percentages()
          .forEach(
              (key, points) -> {
                for (int point : points) {
                  TimedValue value = values.get(point);
                  if (value != null && value.epochSecond() >= now - LATE_PRICE.toSeconds()) {
                    percentages
                        .computeIfAbsent(key, none -> new DoubleSummaryStatistics())
                        .accept(value.value());
                    oldestWithoutPower = Math.min(oldestWithoutPower, value.epochSecond());
                  }
                }
              });
    }

    private void addPower(BoundPoint point, double value) {
      if (point.role() == Role.SUB_ARRAY || point.role() == Role.SUB_CIRCUIT) {
        pieces.put(point.pointId(), Math.max(0, value));
        return;
      }
      for (Part part : partsOf(point.role())) {
        boolean isReverse = part == Part.EXPORT || part == Part.CHARGE;
        watts.merge(part, Math.max(0, isReverse ? -value : value), Double::sum);
      }
    }

    /** Whether anything is missing by it. */
    private boolean miss(BoundPoint point) {
      List<Part> parts = partsOf(point.role());
      incomplete.addAll(parts);
      return !parts.isEmpty();
    }

    private static List<Part> partsOf(Role role) {
      return switch (role) {
        case SOLAR -> List.of(Part.SOLAR);
        case BATTERY -> List.of(Part.DISCHARGE, Part.CHARGE);
        case GRID -> List.of(Part.IMPORT, Part.EXPORT);
        case LOAD -> List.of(Part.LOAD);
        case BATTERY_CHARGE,
            BATTERY_DISCHARGE,
            GRID_IMPORT,
            GRID_EXPORT,
            SUB_ARRAY,
            SUB_CIRCUIT,
            IMPORT_PRICE,
            EXPORT_PRICE,
            STATE_OF_CHARGE ->
            List.of();
      };
    }

    LiveFlow made() {
      watts.keySet().removeAll(incomplete);
      OptionalDouble percent = charge.percent();
      FlowMatrix matrix = matrix();
      if (matrix != null && !watts.containsKey(Part.LOAD)) {
        watts.put(Part.LOAD, Balance.of(watts).loadTaken());
      }
      return new LiveFlow(
          home,
          watts,
          incomplete,
          pieces,
          matrix,
          percent.isPresent() ? percent.getAsDouble() : null,
          charge.isByCapacity(),
          prices.get(Role.IMPORT_PRICE),
          prices.get(Role.EXPORT_PRICE),
          percentages.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getAverage())),
          time(oldest == Long.MAX_VALUE ? oldestWithoutPower : oldest),
          members);
    }

    private static @Nullable Instant time(long epochSecond) {
      return epochSecond == Long.MAX_VALUE ? null : Instant.ofEpochSecond(epochSecond);
    }

    private @Nullable FlowMatrix matrix() {
      boolean isWhole =
          watts.containsKey(Part.IMPORT)
              || (watts.containsKey(Part.LOAD) && watts.containsKey(Part.CHARGE));
      return incomplete.isEmpty() && isWhole ? Allotment.of(Balance.of(watts)) : null;
    }
  }
}
