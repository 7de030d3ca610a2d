package energy.liveone.simulator.model;

/**
 * Energies by kind, in kWh: lifetime counters when they belong to an instant, amounts when they are
 * the difference of two. Each is the exact integral of the power of {@link SitePower}, import and
 * export being the positive and the negative part of the grid's, discharge and charge those of the
 * battery's.
 */
public record SiteEnergy(
    double solarKwh,
    double loadKwh,
    double chargeKwh,
    double dischargeKwh,
    double importKwh,
    double exportKwh) {

  private static final double WATT_SECONDS_PER_KWH = 3_600_000;

  /**
   * The energy of a span in which every power runs along a straight line.
   *
   * @param seconds length of the span
   */
  static SiteEnergy between(SitePower from, SitePower to, double seconds) {
    return new SiteEnergy(
        positiveArea(from.solarW(), to.solarW(), seconds),
        positiveArea(from.loadW(), to.loadW(), seconds),
        positiveArea(-from.batteryW(), -to.batteryW(), seconds),
        positiveArea(from.batteryW(), to.batteryW(), seconds),
        positiveArea(from.gridW(), to.gridW(), seconds),
        positiveArea(-from.gridW(), -to.gridW(), seconds));
  }

  /** Area in kWh between a straight line of watts and zero, counting only what lies above zero. */
  private static double positiveArea(double fromW, double toW, double seconds) {
    double wattSeconds;
    if (fromW >= 0 && toW >= 0) {
      wattSeconds = (fromW + toW) / 2 * seconds;
    } else if (fromW <= 0 && toW <= 0) {
      wattSeconds = 0;
    } else {
      double above = Math.max(fromW, toW);
      wattSeconds = above * above / Math.abs(toW - fromW) / 2 * seconds;
    }
    return wattSeconds / WATT_SECONDS_PER_KWH;
  }

  /** Sum, kind by kind. */
  public SiteEnergy plus(SiteEnergy other) {
    return new SiteEnergy(
        solarKwh + other.solarKwh,
        loadKwh + other.loadKwh,
        chargeKwh + other.chargeKwh,
        dischargeKwh + other.dischargeKwh,
        importKwh + other.importKwh,
        exportKwh + other.exportKwh);
  }

  /** Difference, kind by kind: the energy between two readings of the counters. */
  public SiteEnergy minus(SiteEnergy earlier) {
    return plus(earlier.times(-1));
  }

  SiteEnergy times(double factor) {
    return new SiteEnergy(
        solarKwh * factor,
        loadKwh * factor,
        chargeKwh * factor,
        dischargeKwh * factor,
        importKwh * factor,
        exportKwh * factor);
  }
}
