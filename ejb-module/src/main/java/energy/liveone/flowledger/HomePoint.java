package energy.liveone.flowledger;

import energy.liveone.flow.Part;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a home has a time series of, under the keys that systems use for theirs and in their signs:
 * grid import and battery discharge positive; energies never negative.
 */
public enum HomePoint {
  SOLAR_W("W", step -> step.watts(Part.SOLAR)),
  LOAD_W("W", step -> step.watts(Part.LOAD)),
  BATTERY_W("W", step -> step.watts(Part.DISCHARGE, Part.CHARGE)),
  GRID_W("W", step -> step.watts(Part.IMPORT, Part.EXPORT)),
  BATTERY_SOC("%", FlowStep::charge),
  SOLAR_KWH("kWh", step -> step.kilowattHours(Part.SOLAR)),
  LOAD_KWH("kWh", step -> step.kilowattHours(Part.LOAD)),
  GRID_IMPORT_KWH("kWh", step -> step.kilowattHours(Part.IMPORT)),
  GRID_EXPORT_KWH("kWh", step -> step.kilowattHours(Part.EXPORT)),
  BATTERY_CHARGE_KWH("kWh", step -> step.kilowattHours(Part.CHARGE)),
  BATTERY_DISCHARGE_KWH("kWh", step -> step.kilowattHours(Part.DISCHARGE));

  private final String unit;

  // Functions without state; the checker only believes its own annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<FlowStep, OptionalDouble> value;

  HomePoint(String unit, Function<FlowStep, OptionalDouble> value) {
    this.unit = unit;
    this.value = value;
  }

  /** The key in API shapes and scripts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit of its values. */
  public String unit() {
    return unit;
  }

  /** Its value in a step; empty when it is not known. */
  public OptionalDouble in(FlowStep step) {
    return value.apply(step);
  }

  /** The one of this key. */
  public static Optional<HomePoint> ofKey(String key) {
    return Arrays.stream(values()).filter(point -> point.key().equals(key)).findFirst();
  }
}
