package energy.liveone.vendor.solaredge;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What the adapter asks SolarEdge, in our units, signs and instants, whatever version of the
 * vendor's API answers. Stages never complete exceptionally; each call counts against the quota.
 */
interface SolarEdgeClient {
  /** The longest stretch of {@link #energy} and {@link #power}, in local days. */
  int MOST_METER_DAYS = 28;

  /** The longest stretch of {@link #storage}, in local days; a day less than allowed. */
  int MOST_STORAGE_DAYS = 6;

  /** Some of the sites that a key reaches. */
  CompletionStage<SolarEdgeReply<SiteList>> sites(SolarEdgeAccess access, int startIndex);

  /** What the vendor knows of the site itself. */
  CompletionStage<SolarEdgeReply<SiteDetails>> details(SolarEdgeAccess access);

  /** The hardware. */
  CompletionStage<SolarEdgeReply<Inventory>> inventory(SolarEdgeAccess access);

  /** The flow of this moment. */
  CompletionStage<SolarEdgeReply<PowerFlow>> powerFlow(SolarEdgeAccess access);

  /** Sums, and the inverter's power. */
  CompletionStage<SolarEdgeReply<Overview>> overview(SolarEdgeAccess access, SiteTime time);

  /** Energy of quarter hours in Wh that lie in the stretch, and perhaps some around it. */
  CompletionStage<SolarEdgeReply<List<MeterValues>>> energy(
      SolarEdgeAccess access, SiteTime time, Instant from, Instant to);

  /** Mean power of quarter hours in W that lie in the stretch, and perhaps some around it. */
  CompletionStage<SolarEdgeReply<List<MeterValues>>> power(
      SolarEdgeAccess access, SiteTime time, Instant from, Instant to);

  /** Telemetry of each battery in the stretch, and perhaps some around it. */
  CompletionStage<SolarEdgeReply<List<Battery>>> storage(
      SolarEdgeAccess access, SiteTime time, Instant from, Instant to);
}
