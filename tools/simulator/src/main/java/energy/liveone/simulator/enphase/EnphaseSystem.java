package energy.liveone.simulator.enphase;

import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.vendor.SimulatedSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One home with microinverters.
 *
 * @param timezone as the API tells it, which may be an old alias
 * @param modules number of microinverters
 * @param peakW size of the array
 * @param batteryWh capacity of the battery, 0 without one
 * @param metered whether consumption and grid are metered
 * @param latency how long the API takes to answer for it
 */
record EnphaseSystem(
    String id,
    String name,
    String timezone,
    int modules,
    int peakW,
    int batteryWh,
    boolean metered,
    SiteModel model,
    Duration latency)
    implements SimulatedSite {

  /** The gateway was switched on when the home's course begins. */
  static final Instant OPERATIONAL = SiteModel.FIRST;

  boolean hasBattery() {
    return batteryWh > 0;
  }

  @Override
  public List<PointValue> readings(SiteState state, SiteState earlier, Duration step) {
    return IntervalValues.between(earlier, state).readings(this);
  }
}
