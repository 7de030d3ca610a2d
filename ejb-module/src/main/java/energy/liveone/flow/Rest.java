package energy.liveone.flow;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the other meters of a member leave for its panels to have given in a slot. Inverters sleep
 * before the sun is down and say nothing then, but where battery and grid gave just what the load
 * took, the panels gave nothing.
 */
final class Rest {
  /** 30 W in five minutes: what meters disagree by when they agree. */
  private static final double LEAST_WATT_HOURS = 2.5;

  private static final double SHARE = 0.05;

  private final Map<Part, Double> wattHours = new EnumMap<>(Part.class);
  private boolean isWhole = true;

  /** What a meter other than the panels' says of the slot. */
  void add(Meter meter, Ladder ladder, Ladder.State state, int slot) {
    isWhole &= state != Ladder.State.MISSING;
    if (state == Ladder.State.KNOWN) {
      isWhole &= ladder.covered(slot) == SlotGrid.SECONDS && !ladder.isEstimated(slot);
      meter.parts().forEach(part -> wattHours.put(part, ladder.wattHours(slot, part)));
    }
  }

  /** Whether all was measured, and adds up without the panels. */
  boolean isNothing() {
    boolean isSourceKnown =
        wattHours.containsKey(Part.IMPORT) || wattHours.containsKey(Part.DISCHARGE);
    if (!isWhole || !isSourceKnown || !wattHours.containsKey(Part.LOAD)) {
      return false;
    }
    double taken = sum(Part.LOAD, Part.CHARGE, Part.EXPORT);
    double given = sum(Part.DISCHARGE, Part.IMPORT);
    return Math.abs(taken - given) <= Math.max(LEAST_WATT_HOURS, SHARE * taken);
  }

  private double sum(Part... parts) {
    double sum = 0;
    for (Part part : parts) {
      sum += wattHours.getOrDefault(part, 0.0);
    }
    return sum;
  }
}
