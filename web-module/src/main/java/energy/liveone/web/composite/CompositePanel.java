package energy.liveone.web.composite;

import energy.liveone.composite.Composite;
import energy.liveone.flow.BoundPoint;
import energy.liveone.flow.Part;
import energy.liveone.flowledger.HomePoint;
import energy.liveone.flowledger.LiveFlow;
import energy.liveone.flowledger.LiveFlow.LiveMember;
import energy.liveone.web.live.EnergyFlow;
import energy.liveone.web.live.FlowNow;
import energy.liveone.web.live.LivePanel;
import energy.liveone.web.live.Price;
import energy.liveone.web.live.Role;
import energy.liveone.web.live.SiteClock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A composite with its lamp and its powers, as pages show it. */
public record CompositePanel(Composite composite, LiveFlow live, SiteClock clock, boolean shared)
    implements LivePanel {
  /** Its number. */
  public int id() {
    return composite.id().value();
  }

  @Override
  public String name() {
    return composite.settings().name();
  }

  @Override
  public String path() {
    return ShownComposite.pathOf(composite, shared);
  }

  /** The zone of its days. */
  public String zone() {
    return composite.settings().zone().getId();
  }

  /** What its owner says of it; empty for nothing. */
  public String description() {
    String text = composite.settings().descriptionOrNull();
    return text == null ? "" : text;
  }

  /** Time of the oldest value that counts, in epoch seconds; 0 without one. */
  public long updated() {
    Instant oldest = live.oldestOrNull();
    return oldest == null ? 0 : oldest.getEpochSecond();
  }

  /** Names of members that are too late to count; empty when none is. */
  public String late() {
    return live.members().stream()
        .filter(LiveMember::late)
        .map(LiveMember::name)
        .collect(Collectors.joining(", "));
  }

  /** Names of members that are gone; empty when none is. */
  public String lost() {
    return String.join(", ", composite.lost());
  }

  @Override
  public FlowNow flow() {
    Map<Role, Double> powers = new EnumMap<>(Role.class);
    put(powers, Role.SOLAR, watts(Part.SOLAR));
    put(powers, Role.LOAD, watts(Part.LOAD));
    put(powers, Role.BATTERY, net(Part.DISCHARGE, Part.CHARGE));
    put(powers, Role.GRID, net(Part.IMPORT, Part.EXPORT));
    return new FlowNow(powers, live.chargeOrNull());
  }

  private static void put(Map<Role, Double> powers, Role role, Optional<Double> watts) {
    watts.ifPresent(value -> powers.put(role, value));
  }

  private Optional<Double> watts(Part part) {
    return Optional.ofNullable(live.watts().get(part));
  }

  private Optional<Double> net(Part plus, Part minus) {
    return watts(plus).flatMap(in -> watts(minus).map(out -> in - out));
  }

  @Override
  public Map<Role, String> powerKeys() {
    Map<Role, String> keys = new EnumMap<>(Role.class);
    Set<Role> measured = measured();
    if (measured.contains(Role.SOLAR)) {
      keys.put(Role.SOLAR, HomePoint.SOLAR_W.key());
    }
    if (measured.contains(Role.LOAD)) {
      keys.put(Role.LOAD, HomePoint.LOAD_W.key());
    }
    if (measured.contains(Role.BATTERY)) {
      keys.put(Role.BATTERY, HomePoint.BATTERY_W.key());
    }
    if (measured.contains(Role.GRID)) {
      keys.put(Role.GRID, HomePoint.GRID_W.key());
    }
    return keys;
  }

  @Override
  public Map<EnergyFlow, String> energyKeys() {
    Map<EnergyFlow, String> keys = new EnumMap<>(EnergyFlow.class);
    Set<Role> measured = measured();
    for (EnergyFlow flow : EnergyFlow.values()) {
      if (measured.contains(roleOf(flow))) {
        keys.put(flow, flow.ofHome().key());
      }
    }
    return keys;
  }

  private static Role roleOf(EnergyFlow flow) {
    return switch (flow) {
      case SOLAR -> Role.SOLAR;
      case LOAD -> Role.LOAD;
      case IMPORT, EXPORT -> Role.GRID;
      case DISCHARGE, CHARGE -> Role.BATTERY;
    };
  }

  /** What its members measure; what the house takes follows where the grid is measured. */
  private Set<Role> measured() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (energy.liveone.flow.Role bound : bound()) {
      switch (bound) {
        case SOLAR -> roles.add(Role.SOLAR);
        case LOAD -> roles.add(Role.LOAD);
        case BATTERY, BATTERY_CHARGE, BATTERY_DISCHARGE -> roles.add(Role.BATTERY);
        case GRID, GRID_IMPORT, GRID_EXPORT -> roles.add(Role.GRID);
        case SUB_ARRAY, SUB_CIRCUIT, IMPORT_PRICE, EXPORT_PRICE, STATE_OF_CHARGE -> {}
      }
    }
    if (roles.contains(Role.GRID)) {
      roles.add(Role.LOAD);
    }
    return roles;
  }

  private List<energy.liveone.flow.Role> bound() {
    return live.home().members().stream()
        .flatMap(member -> member.points().stream())
        .map(BoundPoint::role)
        .toList();
  }

  @Override
  public Map<Price, String> priceKeys() {
    Map<Price, String> keys = new EnumMap<>(Price.class);
    List<energy.liveone.flow.Role> bound = bound();
    if (bound.contains(energy.liveone.flow.Role.IMPORT_PRICE)) {
      keys.put(Price.IMPORT, HomePoint.GRID_IMPORT_PRICE.key());
    }
    if (bound.contains(energy.liveone.flow.Role.EXPORT_PRICE)) {
      keys.put(Price.EXPORT, HomePoint.GRID_EXPORT_PRICE.key());
    }
    return keys;
  }

  @Override
  public Optional<String> socKey() {
    return bound().contains(energy.liveone.flow.Role.STATE_OF_CHARGE)
        ? Optional.of(HomePoint.BATTERY_SOC.key())
        : Optional.empty();
  }

  /** How many members it has. */
  public int size() {
    return live.members().size();
  }

  private long lateMembers() {
    return live.members().stream().filter(LiveMember::late).count();
  }

  @Override
  public String health() {
    if (live.oldestOrNull() == null) {
      return lateMembers() > 0 ? "red" : "none";
    }
    return lateMembers() > 0 ? "yellow" : "green";
  }

  @Override
  public String healthWords() {
    Instant oldest = live.oldestOrNull();
    if (oldest == null) {
      return clock.texts().shared("lamp.none");
    }
    return lateMembers() > 0
        ? clock.texts().shared("lamp.members", lateMembers(), size())
        : clock.texts().shared("lamp.composite", clock.age(oldest));
  }

  @Override
  public long asleepUntil() {
    return 0;
  }

  @Override
  public boolean lampMoves() {
    return true;
  }
}
