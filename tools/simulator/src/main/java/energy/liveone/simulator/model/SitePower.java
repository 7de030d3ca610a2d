package energy.liveone.simulator.model;

/**
 * The power flows of a site at one instant, in W on the AC side.
 *
 * @param solarRemoteW AC-coupled solar, at least 0
 * @param solarLocalW DC-coupled solar, at least 0
 * @param loadW household consumption, at least 0
 * @param batteryW positive while discharging, negative while charging
 */
public record SitePower(double solarRemoteW, double solarLocalW, double loadW, double batteryW) {

  /** Both parts of the solar generation together. */
  public double solarW() {
    return solarRemoteW + solarLocalW;
  }

  /** What the grid makes up for: positive while importing, negative while exporting. */
  public double gridW() {
    return loadW - solarW() - batteryW;
  }

  /** The power on the straight line from this one to {@code later}. */
  SitePower towards(SitePower later, double fraction) {
    return new SitePower(
        line(solarRemoteW, later.solarRemoteW, fraction),
        line(solarLocalW, later.solarLocalW, fraction),
        line(loadW, later.loadW, fraction),
        line(batteryW, later.batteryW, fraction));
  }

  SitePower times(double factor) {
    return new SitePower(
        solarRemoteW * factor, solarLocalW * factor, loadW * factor, batteryW * factor);
  }

  private static double line(double from, double to, double fraction) {
    return from + (to - from) * fraction;
  }
}
