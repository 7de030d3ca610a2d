package energy.liveone.simulator.selectronic;

import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.model.SiteState;
import energy.liveone.simulator.vendor.SimulatedSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One SP PRO behind a gateway.
 *
 * @param number the system number in the portal's address
 * @param latency how long the portal takes to answer for it
 */
record SelectronicSystem(
    String number, String name, Nameplate nameplate, SiteModel model, Duration latency)
    implements SimulatedSite {

  /** The gateway samples this often, on whole multiples. */
  private static final int SAMPLE_SECONDS = 30;

  /** A sample needs this long to show in the portal. */
  private static final int UPLOAD_SECONDS = 4;

  /** The newest sample that the portal shows at {@code now}. */
  static Instant newestSample(Instant now) {
    long arrived = now.getEpochSecond() - UPLOAD_SECONDS;
    return Instant.ofEpochSecond(Math.floorDiv(arrived, SAMPLE_SECONDS) * SAMPLE_SECONDS);
  }

  @Override
  public List<PointValue> readings(SiteState state, SiteState earlier, Duration step) {
    return SelectronicItems.of(state).readings();
  }

  /**
   * What the details page says about the hardware.
   *
   * @param solarSize and {@code batterySize} as a person would write them
   */
  record Nameplate(
      String model, String serial, String ratings, String solarSize, String batterySize) {}
}
