package energy.liveone.composite;

import energy.liveone.system.SystemId;
import org.jspecify.annotations.Nullable;

/** A system that is to be in a composite, with the capacity of its battery if the owner says it. */
public record WantedMember(SystemId system, @Nullable Double batteryKwhOrNull) {
  public WantedMember {
    if (batteryKwhOrNull != null && !(batteryKwhOrNull > 0)) {
      throw new CompositeRefused(CompositeFault.INVALID, "batteryKwh", "A capacity is above 0 kWh");
    }
  }
}
