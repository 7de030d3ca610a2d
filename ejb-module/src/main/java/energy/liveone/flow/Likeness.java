package energy.liveone.flow;

import java.util.Optional;

/**
 * How alike two series of energy are.
 *
 * @param correlation Pearson's, of hourly energies; 1 for the same shape
 * @param ratio energy of the second in terms of the first
 * @param hours how many hours both know
 */
public record Likeness(double correlation, double ratio, int hours) {
  private static final int SLOTS_AN_HOUR = 12;
  private static final int LEAST_HOURS = 24;
  private static final double LEAST_CORRELATION = 0.97;
  private static final double LEAST_RATIO = 0.85;

  /**
   * Compares what two members say of a part, hour by hour: within an hour vendors that tell half
   * hours and those that sample each minute must agree when they read the same meter.
   *
   * @return nothing when they share too little time, or one of them never changes
   */
  public static Optional<Likeness> of(FlowSlots first, FlowSlots second, Part part) {
    int hours = 0;
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    for (int slot = 0; slot + SLOTS_AN_HOUR <= first.grid().size(); slot += SLOTS_AN_HOUR) {
      double a = hour(first, part, slot);
      double b = hour(second, part, slot);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        hours++;
        sumA += a;
        sumB += b;
        sumAa += a * a;
        sumBb += b * b;
        sumAb += a * b;
      }
    }
    double spread = Math.sqrt((hours * sumAa - sumA * sumA) * (hours * sumBb - sumB * sumB));
    if (hours < LEAST_HOURS || !(spread > 0) || !(sumA > 0)) {
      return Optional.empty();
    }
    return Optional.of(new Likeness((hours * sumAb - sumA * sumB) / spread, sumB / sumA, hours));
  }

  private static double hour(FlowSlots slots, Part part, int from) {
    PartTotal total = slots.summary(from, from + SLOTS_AN_HOUR).part(part);
    return total.coveredSeconds() == SLOTS_AN_HOUR * SlotGrid.SECONDS
        ? total.wattHours()
        : Double.NaN;
  }

  /** Whether both are likely to read the same meter. */
  public boolean isSameMeter() {
    return correlation >= LEAST_CORRELATION && ratio >= LEAST_RATIO && ratio <= 1 / LEAST_RATIO;
  }
}
