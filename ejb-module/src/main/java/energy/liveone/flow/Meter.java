package energy.liveone.flow;

import java.util.List;

/** What of a site can be measured on its own; the parts of one meter are measured together. */
enum Meter {
  SOLAR(List.of(Part.SOLAR)),
  BATTERY(List.of(Part.DISCHARGE, Part.CHARGE)),
  GRID(List.of(Part.IMPORT, Part.EXPORT)),
  LOAD(List.of(Part.LOAD));

  // List.of is immutable; the checker only believes its own annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Part> parts;

  Meter(List<Part> parts) {
    this.parts = parts;
  }

  List<Part> parts() {
    return parts;
  }

  boolean has(Role role) {
    return switch (role) {
      case SOLAR -> this == SOLAR;
      case BATTERY, BATTERY_CHARGE, BATTERY_DISCHARGE -> this == BATTERY;
      case GRID, GRID_IMPORT, GRID_EXPORT -> this == GRID;
      case LOAD -> this == LOAD;
      case SUB_ARRAY, SUB_CIRCUIT, IMPORT_PRICE, EXPORT_PRICE, STATE_OF_CHARGE -> false;
    };
  }

  /** What a point of this role says of a part in Wh, when its slot's value is this. */
  static double partOf(Role role, Part part, double wattHours) {
    return switch (role) {
      case SOLAR -> part == Part.SOLAR ? Math.max(0, wattHours) : 0;
      case LOAD -> part == Part.LOAD ? Math.max(0, wattHours) : 0;
      case BATTERY -> signed(part == Part.DISCHARGE, part == Part.CHARGE, wattHours);
      case GRID -> signed(part == Part.IMPORT, part == Part.EXPORT, wattHours);
      case BATTERY_DISCHARGE -> part == Part.DISCHARGE ? wattHours : 0;
      case BATTERY_CHARGE -> part == Part.CHARGE ? wattHours : 0;
      case GRID_IMPORT -> part == Part.IMPORT ? wattHours : 0;
      case GRID_EXPORT -> part == Part.EXPORT ? wattHours : 0;
      case SUB_ARRAY, SUB_CIRCUIT, IMPORT_PRICE, EXPORT_PRICE, STATE_OF_CHARGE -> 0;
    };
  }

  private static double signed(boolean isOut, boolean isIn, double wattHours) {
    return isOut ? Math.max(0, wattHours) : isIn ? Math.max(0, -wattHours) : 0;
  }
}
