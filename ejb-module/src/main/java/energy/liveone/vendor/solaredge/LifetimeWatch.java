package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.PollMemory;
import java.util.OptionalDouble;

/**
 * Doubts a lifetime counter that falls. A few Wh less are a nightly recomputation; a fall of more
 * than 1 % is believed when the next reply confirms it. That it lies below the year's sum proves
 * nothing: real sites stay there for months.
 */
record LifetimeWatch(PollMemory memory) {
  private static final double NOT_A_FALL = 0.99;
  private static final String LAST = "lifetime";
  private static final String FALLEN = "lifetime.fallen";

  /** The value if it is to be believed. */
  OptionalDouble judge(double wattHours) {
    boolean falls = wattHours < note(LAST).orElse(0) * NOT_A_FALL;
    OptionalDouble fallen = note(FALLEN);
    boolean confirmed = fallen.isPresent() && wattHours >= fallen.getAsDouble() * NOT_A_FALL;
    if (falls && !confirmed) {
      memory.note(FALLEN, Double.toString(wattHours));
      return OptionalDouble.empty();
    }
    memory.note(LAST, Double.toString(wattHours));
    memory.forget(FALLEN);
    return OptionalDouble.of(wattHours);
  }

  private OptionalDouble note(String name) {
    try {
      return memory
          .text(name)
          .map(text -> OptionalDouble.of(Double.parseDouble(text)))
          .orElse(OptionalDouble.empty());
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
