package energy.liveone.vendor.mondo;

import java.util.Locale;
import java.util.Optional;

/**
 * What a circuit is, by its {@code loadType}. Powers of solar and load are magnitudes; battery
 * counts discharge and the gate meter import as positive. Types of circuits end in {@code .circuit}
 * because they are parts: the whole has a point of the site's own.
 */
enum LoadType {
  SOLAR("solar", "generation.circuit", true),
  BATTERY("battery", "bidirectional.circuit", false),
  /** The net of a hybrid unit, battery and panels together: no part of any sum. */
  INVERTER("inverter", "bidirectional.circuit", false),
  GRID("grid", "bidirectional.circuit", false),
  LOAD("load", "consumption.circuit", true);

  private final String subsystem;
  private final String pointType;
  private final boolean magnitude;

  LoadType(String subsystem, String pointType, boolean magnitude) {
    this.subsystem = subsystem;
    this.pointType = pointType;
    this.magnitude = magnitude;
  }

  /** The type of this wire name in any case; empty when nobody knows it. */
  static Optional<LoadType> known(String wireName) {
    return Optional.ofNullable(
        switch (wireName.toLowerCase(Locale.ROOT)) {
          case "pvinverter", "hybridpv" -> SOLAR;
          case "hybridbattery" -> BATTERY;
          case "hybridinverter" -> INVERTER;
          case "gatemeter" -> GRID;
          case "other" -> LOAD;
          default -> null;
        });
  }

  String subsystem() {
    return subsystem;
  }

  String pointType() {
    return pointType;
  }

  /** Whether the sign of its power means nothing. */
  boolean isMagnitude() {
    return magnitude;
  }
}
