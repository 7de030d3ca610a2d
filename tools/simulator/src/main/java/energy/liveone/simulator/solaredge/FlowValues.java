package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.model.SiteState;

/**
 * The power flow in steps of 10 W, which both of its units can tell. The grid is what remains, so
 * that the balance holds. Signs are LiveOne's.
 *
 * @param socPercent whole percent
 */
record FlowValues(long solarW, long loadW, long batteryW, long socPercent) {

  private static final int STEP = 10;

  static FlowValues of(SiteState state, boolean hasBattery) {
    return new FlowValues(
        stepped(state.power().solarW()),
        stepped(state.power().loadW()),
        hasBattery ? stepped(state.power().batteryW()) : 0,
        Math.round(state.socPercent()));
  }

  private static long stepped(double watts) {
    return Math.round(watts / STEP) * STEP;
  }

  long gridW() {
    return loadW - solarW - batteryW;
  }

  /** The same home cut off from the grid: the battery makes up for everything. */
  FlowValues cutOff() {
    return new FlowValues(solarW, loadW, loadW - solarW, socPercent);
  }
}
