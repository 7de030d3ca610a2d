package energy.liveone.flow;

import energy.liveone.point.MetricType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The roles that points of one system play until somebody says otherwise, from subsystem and type.
 * A part (a circuit, one of two arrays) never counts beside its whole.
 */
public final class DefaultRoles {
  private static final String CIRCUIT = ".circuit";

  private final boolean hasWholeSolar;

  private DefaultRoles(Collection<RoleFacts> points) {
    hasWholeSolar =
        points.stream()
            .anyMatch(
                point ->
                    point.metric() == MetricType.POWER
                        && point.subsystem().equals("solar")
                        && point.type().equals("generation"));
  }

  /** Roles by point; points without one are missing. */
  public static Map<Integer, Role> of(Collection<RoleFacts> pointsOfOneSystem) {
    DefaultRoles roles = new DefaultRoles(pointsOfOneSystem);
    Map<Integer, Role> found = new LinkedHashMap<>();
    for (RoleFacts point : pointsOfOneSystem) {
      roles
          .of(point)
          .filter(role -> role.suits(point.metric()))
          .ifPresent(role -> found.put(point.pointId(), role));
    }
    return found;
  }

  private Optional<Role> of(RoleFacts point) {
    if (point.type().endsWith(CIRCUIT)) {
      return switch (point.subsystem()) {
        case "load" -> Optional.of(Role.SUB_CIRCUIT);
        case "solar" -> Optional.of(Role.SUB_ARRAY);
        default -> Optional.empty();
      };
    }
    return switch (point.subsystem()) {
      case "solar" -> solar(point);
      case "battery" -> battery(point);
      case "grid" -> grid(point);
      case "load" -> point.type().equals("consumption") ? Optional.of(Role.LOAD) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Role> solar(RoleFacts point) {
    if (point.type().equals("generation")) {
      return Optional.of(Role.SOLAR);
    }
    if (!point.type().startsWith("generation.")) {
      return Optional.empty();
    }
    return Optional.of(hasWholeSolar ? Role.SUB_ARRAY : Role.SOLAR);
  }

  private static Optional<Role> battery(RoleFacts point) {
    return switch (point.type()) {
      case "bidirectional" -> Optional.of(Role.BATTERY);
      case "charge" -> Optional.of(Role.BATTERY_CHARGE);
      case "discharge" -> Optional.of(Role.BATTERY_DISCHARGE);
      case "level" -> Optional.of(Role.STATE_OF_CHARGE);
      default -> Optional.empty();
    };
  }

  /** A controlled load is a second channel of the same meter: what it takes is imported. */
  private static Optional<Role> grid(RoleFacts point) {
    boolean isPrice = point.metric() == MetricType.RATE;
    return switch (point.type()) {
      case "bidirectional" -> Optional.of(Role.GRID);
      case "import" -> Optional.of(isPrice ? Role.IMPORT_PRICE : Role.GRID_IMPORT);
      case "export" -> Optional.of(isPrice ? Role.EXPORT_PRICE : Role.GRID_EXPORT);
      case "controlled" -> isPrice ? Optional.empty() : Optional.of(Role.GRID_IMPORT);
      default -> Optional.empty();
    };
  }
}
