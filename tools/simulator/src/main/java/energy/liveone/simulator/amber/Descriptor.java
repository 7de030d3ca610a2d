package energy.liveone.simulator.amber;

/** Amber's words for a price. */
final class Descriptor {

  private Descriptor() {}

  static String of(double centsPerKwh) {
    if (centsPerKwh < 0) {
      return "negative";
    }
    if (centsPerKwh < 12) {
      return "extremelyLow";
    }
    if (centsPerKwh < 18) {
      return "veryLow";
    }
    if (centsPerKwh < 25) {
      return "low";
    }
    if (centsPerKwh < 40) {
      return "neutral";
    }
    return centsPerKwh < 100 ? "high" : "spike";
  }
}
