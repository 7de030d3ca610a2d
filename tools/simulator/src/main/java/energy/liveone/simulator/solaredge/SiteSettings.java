package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * In which of its many ways the service speaks about a site.
 *
 * @param unit unit of the power flow
 * @param spelling how it writes the names of the power flow
 * @param meters whether the site has meters; without them there is neither flow nor quarter hours
 * @param batteries how many batteries share the site's storage; 0 for a site without one
 * @param chargeName field of the state of charge in the telemetry
 * @param latency how long the service takes over a call
 */
record SiteSettings(
    Unit unit,
    Spelling spelling,
    boolean meters,
    int batteries,
    String chargeName,
    Duration latency) {

  static final String IN_PRACTICE = "batteryPercentageState";
  static final String IN_THE_MANUAL = "stateOfCharge";

  static final SiteSettings USUAL =
      new SiteSettings(Unit.KW, Spelling.MIXED, true, 1, IN_PRACTICE, Duration.ofMillis(40));

  /** Units of power, with the watts in one. */
  enum Unit {
    W(1, "W"),
    KW(1_000, "kW");

    final double watts;
    final String symbol;

    Unit(double watts, String symbol) {
      this.watts = watts;
      this.symbol = symbol;
    }
  }

  /** Capitalisation; mixed is what most sites show. */
  enum Spelling {
    MIXED,
    UPPER,
    LOWER,
    TITLE
  }

  SiteSettings withoutMeters() {
    return new SiteSettings(unit, spelling, false, 0, chargeName, latency);
  }

  SiteSettings withLatency(Duration wanted) {
    return new SiteSettings(unit, spelling, meters, batteries, chargeName, wanted);
  }

  /** What a control request changes. */
  SiteSettings changed(JsonObject body) {
    return new SiteSettings(
        choice(body, "unit", unit),
        choice(body, "spelling", spelling),
        ControlInput.flag(body, "meters").orElse(meters),
        ControlInput.integer(body, "batteries", 0, 3).orElse(batteries),
        ControlInput.text(body, "chargeName").orElse(chargeName),
        ControlInput.integer(body, "latencyMs", 0, 60_000).map(Duration::ofMillis).orElse(latency));
  }

  private static <E extends Enum<E>> E choice(JsonObject body, String name, E now) {
    Class<E> type = now.getDeclaringClass();
    return ControlInput.text(body, name)
        .map(
            text ->
                Arrays.stream(type.getEnumConstants())
                    .filter(one -> one.name().equalsIgnoreCase(text))
                    .findAny()
                    .orElseThrow(
                        () ->
                            ControlRefusal.badRequest(
                                name
                                    + " must be one of "
                                    + Arrays.toString(type.getEnumConstants()))))
        .orElse(now);
  }

  JsonObjectBuilder json() {
    return JsonText.object()
        .add("unit", unit.symbol)
        .add("spelling", spelling.name().toLowerCase(Locale.ROOT))
        .add("meters", meters)
        .add("batteries", batteries)
        .add("chargeName", chargeName)
        .add("latencyMs", latency.toMillis());
  }
}
