package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.JsonFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The flow of one moment, which the vendor does not name. Powers in W, signs ours; what was not
 * told is empty.
 *
 * @param solarIdle whether the inverter says that it sleeps
 * @param hasMeter whether a load or the grid is told at all
 * @param hasBattery whether a battery is told at all
 */
record PowerFlow(
    OptionalDouble solarW,
    OptionalDouble loadW,
    OptionalDouble gridW,
    OptionalDouble batteryW,
    OptionalDouble socPercent,
    boolean solarIdle,
    boolean hasMeter,
    boolean hasBattery) {
  private static final Map<String, Double> WATTS = Map.of("w", 1.0, "kw", 1e3, "mw", 1e6);
  private static final String POWER = "currentPower";

  /** Reads {@code siteCurrentPowerFlow}; empty when its unit is not one of power. */
  static Optional<PowerFlow> of(JsonFields flow) {
    return flow.text("unit")
        .map(unit -> WATTS.get(unit.toLowerCase(Locale.ROOT)))
        .map(watts -> new Nodes(flow, watts).read());
  }

  /** Whether it has none of its parts: the site has no meter. */
  boolean isEmpty() {
    return solarW.isEmpty() && !hasMeter && !hasBattery;
  }

  /** Its numbers; the same ones again may be old ones. */
  String fingerprint() {
    return List.of(solarW, loadW, gridW, batteryW).toString().replace("OptionalDouble", "");
  }

  /** A real zero: the sun is down. */
  boolean sleeps() {
    return solarIdle && solarW.isPresent() && solarW.getAsDouble() == 0;
  }

  private record Nodes(JsonFields flow, double watts) {

    PowerFlow read() {
      Optional<JsonFields> pv = node("PV");
      Optional<JsonFields> load = node("LOAD");
      Optional<JsonFields> grid = node("GRID");
      Optional<JsonFields> storage = node("STORAGE");
      return new PowerFlow(
          power(pv),
          power(load),
          signed(grid, "GRID"),
          signed(storage, "STORAGE"),
          storage.map(node -> node.number("chargeLevel")).orElse(OptionalDouble.empty()),
          pv.flatMap(node -> node.text("status")).orElse("").equalsIgnoreCase("Idle"),
          load.isPresent() || grid.isPresent(),
          storage.isPresent());
    }

    private Optional<JsonFields> node(String name) {
      return flow.names().stream().filter(name::equalsIgnoreCase).findFirst().flatMap(flow::object);
    }

    private OptionalDouble power(Optional<JsonFields> node) {
      OptionalDouble told = node.map(n -> n.number(POWER)).orElse(OptionalDouble.empty());
      return told.isPresent() ? scaled(told.getAsDouble()) : told;
    }

    /** In milliwatts first: 2.675 kW is 2675 W, not 2674.9999999999995 W. */
    private OptionalDouble scaled(double told) {
      double scaled = told * watts;
      double rounded = Math.rint(scaled * 1e3) / 1e3;
      return Double.isFinite(rounded) ? OptionalDouble.of(rounded) : finite(scaled);
    }

    private static OptionalDouble finite(double value) {
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** What flows to it is negative, what comes from it positive, what no connection names is 0. */
    private OptionalDouble signed(Optional<JsonFields> node, String name) {
      OptionalDouble power = power(node);
      if (power.isEmpty() || !flow.has("connections")) {
        return OptionalDouble.empty();
      }
      double size = Math.abs(power.getAsDouble());
      if (connected("to", name)) {
        return OptionalDouble.of(0 - size);
      }
      return OptionalDouble.of(connected("from", name) ? size : 0);
    }

    private boolean connected(String end, String name) {
      return flow.objects("connections").stream()
          .flatMap(connection -> connection.text(end).stream())
          .anyMatch(name::equalsIgnoreCase);
    }
  }
}
