package energy.liveone.simulator.vendor;

import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import java.time.Duration;
import java.util.List;

/** A site of a vendor, for whoever wants to know the truth about it. */
public interface SimulatedSite {

  /** The energy behind the site. */
  SiteModel model();

  /**
   * What LiveOne would store for one instant: the values that the wire delivers, without faults,
   * under LiveOne's point keys.
   *
   * @param state the site at that instant
   * @param earlier the site one step before, for energies of an interval
   * @param step length of the interval
   */
  List<PointValue> readings(SiteState state, SiteState earlier, Duration step);

  /**
   * One value of one point.
   *
   * @param pointKey LiveOne's name of the point
   * @param value in the unit of the point
   */
  record PointValue(String pointKey, double value) {}
}
