package energy.liveone.simulator.fronius;

import energy.liveone.simulator.model.SiteState;

/**
 * What the collector read at one instant, in whole W as its meters give them. The grid is what
 * remains, so that the balance holds to the watt.
 *
 * @param asleep whether the inverters sleep: there is no solar reading then, not even 0
 * @param socPercent state of charge with one decimal
 */
record MeteredValues(
    boolean asleep,
    long solarLocalW,
    long solarRemoteW,
    long loadW,
    long batteryW,
    double socPercent) {

  static MeteredValues of(SiteState state) {
    return new MeteredValues(
        state.power().solarW() == 0,
        Math.round(state.power().solarLocalW()),
        Math.round(state.power().solarRemoteW()),
        Math.round(state.power().loadW()),
        Math.round(state.power().batteryW()),
        Math.rint(state.socPercent() * 10) / 10);
  }

  long solarW() {
    return solarLocalW + solarRemoteW;
  }

  long gridW() {
    return loadW - solarW() - batteryW;
  }
}
