package energy.liveone.flow;

import java.util.Map;

/**
 * What a site gave and took within one interval or at one moment, none below zero; Wh or W.
 *
 * @param loadIsMeasured whether {@code load} comes from a meter; if not it is ignored and follows
 *     from the others
 */
public record Balance(
    double solar,
    double discharge,
    double imported,
    double load,
    double charge,
    double exported,
    boolean loadIsMeasured) {
  public Balance {
    if (!(Math.min(Math.min(solar, discharge), Math.min(imported, load)) >= 0)
        || !(Math.min(charge, exported) >= 0)) {
      throw new IllegalArgumentException("Amounts of a balance are never negative");
    }
  }

  /** Of amounts by part; those that are missing are zero, a missing load is not measured. */
  public static Balance of(Map<Part, Double> parts) {
    return new Balance(
        parts.getOrDefault(Part.SOLAR, 0.0),
        parts.getOrDefault(Part.DISCHARGE, 0.0),
        parts.getOrDefault(Part.IMPORT, 0.0),
        parts.getOrDefault(Part.LOAD, 0.0),
        parts.getOrDefault(Part.CHARGE, 0.0),
        parts.getOrDefault(Part.EXPORT, 0.0),
        parts.containsKey(Part.LOAD));
  }

  /** All that is known to have been given. */
  public double given() {
    return solar + discharge + imported;
  }

  /** What a load without a meter must have taken; never below zero. */
  public double loadTaken() {
    return loadIsMeasured ? load : Math.max(0, given() - charge - exported);
  }
}
