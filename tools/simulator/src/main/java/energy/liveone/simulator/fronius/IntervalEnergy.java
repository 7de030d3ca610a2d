package energy.liveone.simulator.fronius;

import energy.liveone.simulator.model.SiteEnergy;

/**
 * Energies of an interval in whole Wh. They are differences of rounded counters, so that over any
 * number of intervals no fraction is lost and none counted twice.
 */
record IntervalEnergy(
    long solarWh, long loadWh, long batteryInWh, long batteryOutWh, long gridInWh, long gridOutWh) {

  static final IntervalEnergy NONE = new IntervalEnergy(0, 0, 0, 0, 0, 0);

  static IntervalEnergy between(SiteEnergy earlier, SiteEnergy later) {
    return new IntervalEnergy(
        wattHours(earlier.solarKwh(), later.solarKwh()),
        wattHours(earlier.loadKwh(), later.loadKwh()),
        wattHours(earlier.chargeKwh(), later.chargeKwh()),
        wattHours(earlier.dischargeKwh(), later.dischargeKwh()),
        wattHours(earlier.importKwh(), later.importKwh()),
        wattHours(earlier.exportKwh(), later.exportKwh()));
  }

  private static long wattHours(double earlierKwh, double laterKwh) {
    return Math.round(laterKwh * 1_000) - Math.round(earlierKwh * 1_000);
  }

  IntervalEnergy plus(IntervalEnergy other) {
    return new IntervalEnergy(
        solarWh + other.solarWh,
        loadWh + other.loadWh,
        batteryInWh + other.batteryInWh,
        batteryOutWh + other.batteryOutWh,
        gridInWh + other.gridInWh,
        gridOutWh + other.gridOutWh);
  }

  /** The same with other solar energy, as a faulty meter would tell it. */
  IntervalEnergy withSolarWh(long wattHours) {
    return new IntervalEnergy(wattHours, loadWh, batteryInWh, batteryOutWh, gridInWh, gridOutWh);
  }
}
