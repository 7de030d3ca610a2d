package energy.liveone.simulator.model;

/**
 * The state of a site at a full minute. Between two knots every power runs along a straight line,
 * which is what makes every energy an exact sum.
 *
 * @param index minutes since {@link Trajectory#EPOCH}
 * @param lifetime counters
 * @param storedKwh energy in the battery
 */
record Knot(long index, SitePower power, SiteEnergy lifetime, double storedKwh) {

  static final int SECONDS = 60;
}
