package energy.liveone.flowledger;

import energy.liveone.aggregate.Flag;
import energy.liveone.flow.Part;
import energy.liveone.flow.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a home has a time series of, under the keys that systems use for theirs and in their signs:
 * grid import and battery discharge positive; energies never negative.
 */
public enum HomePoint {
  SOLAR_W("W", step -> step.watts(Part.SOLAR), Part.SOLAR),
  LOAD_W("W", step -> step.watts(Part.LOAD), Part.LOAD),
  BATTERY_W("W", step -> step.watts(Part.DISCHARGE, Part.CHARGE), Part.DISCHARGE),
  GRID_W("W", step -> step.watts(Part.IMPORT, Part.EXPORT), Part.IMPORT),
  BATTERY_SOC("%", FlowStep::charge, null),
  SOLAR_KWH("kWh", step -> step.kilowattHours(Part.SOLAR), Part.SOLAR),
  LOAD_KWH("kWh", step -> step.kilowattHours(Part.LOAD), Part.LOAD),
  GRID_IMPORT_KWH("kWh", step -> step.kilowattHours(Part.IMPORT), Part.IMPORT),
  GRID_EXPORT_KWH("kWh", step -> step.kilowattHours(Part.EXPORT), Part.EXPORT),
  BATTERY_CHARGE_KWH("kWh", step -> step.kilowattHours(Part.CHARGE), Part.CHARGE),
  BATTERY_DISCHARGE_KWH("kWh", step -> step.kilowattHours(Part.DISCHARGE), Part.DISCHARGE),
  GRID_IMPORT_PRICE("c/kWh", step -> step.price(Role.IMPORT_PRICE), null),
  GRID_EXPORT_PRICE("c/kWh", step -> step.price(Role.EXPORT_PRICE), null);

  private final String unit;

  // Functions without state; the checker only believes its own annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<FlowStep, OptionalDouble> value;

  private final @Nullable Part evidenceOrNull;

  HomePoint(String unit, Function<FlowStep, OptionalDouble> value, @Nullable Part evidenceOrNull) {
    this.unit = unit;
    this.value = value;
    this.evidenceOrNull = evidenceOrNull;
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

  /** Seconds of a step that its value rests on; empty for means, which say no such thing. */
  public OptionalInt coveredSeconds(FlowStep step) {
    return evidenceOrNull == null
        ? OptionalInt.empty()
        : OptionalInt.of(step.flow().part(evidenceOrNull).coveredSeconds());
  }

  /** Bits as in 5-minute rows: whether its value is estimated, and of part of the step only. */
  public int flags(FlowStep step) {
    boolean isEstimated = step.flow().estimatedSeconds() > 0;
    int covered = coveredSeconds(step).orElse(step.flow().seconds());
    return (isEstimated ? Flag.ESTIMATED.bit() : 0)
        | (covered < step.flow().seconds() ? Flag.PARTIAL.bit() : 0);
  }

  /** The one of this key. */
  public static Optional<HomePoint> ofKey(String key) {
    return Arrays.stream(values()).filter(point -> point.key().equals(key)).findFirst();
  }
}
