package energy.liveone.vendor.solaredge;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.point.PointKey;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.HistorySource;
import energy.liveone.vendor.StandardPoint;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The past of a site: quarter hours of energy, the telemetry of batteries, and mean power of
 * quarter hours for the live points. The lifetime counter has no past, and needs none: its next
 * value tells what was missed.
 */
@Dependent
public class SolarEdgeHistory implements HistorySource {
  /** Whole stretches of telemetry, and no more than quarter hours may be asked for. */
  private static final int STORAGE_CALLS = 4;

  private static final int DAYS = STORAGE_CALLS * SolarEdgeClient.MOST_STORAGE_DAYS;

  /** The vendor keeps quarter hours for years; how many, it does not say. */
  private static final Duration REACH = Duration.ofDays(2 * 365);

  private static final Set<PointKey> OF_METERS =
      Set.of(
          StandardPoint.SOLAR_INTERVAL_KWH.key(),
          StandardPoint.LOAD_INTERVAL_KWH.key(),
          StandardPoint.GRID_IMPORT_INTERVAL_KWH.key(),
          StandardPoint.GRID_EXPORT_INTERVAL_KWH.key(),
          StandardPoint.LOAD_W.key(),
          StandardPoint.GRID_W.key());

  private static final Set<PointKey> OF_BATTERIES =
      Set.of(
          StandardPoint.BATTERY_W.key(),
          StandardPoint.BATTERY_SOC.key(),
          StandardPoint.BATTERY_CHARGE_KWH.key(),
          StandardPoint.BATTERY_DISCHARGE_KWH.key(),
          SolarEdgePoints.BATTERY_TEMPERATURE);

  private final SolarEdgeClient client;
  private final Clock clock;

  @Inject
  SolarEdgeHistory(SolarEdgeClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public VendorType vendorType() {
    return SolarEdgeAdapter.TYPE;
  }

  @Override
  public int daysPerRequest() {
    return DAYS;
  }

  @Override
  public Duration reach() {
    return REACH;
  }

  @Override
  public int callsPerRequest(VendorSystem system) {
    int meters = SiteFacts.mayHaveMeter(system) ? 2 : 0;
    return meters + (SiteFacts.mayHaveBattery(system) ? STORAGE_CALLS : 0);
  }

  @Override
  public boolean covers(PointKey point, VendorSystem system) {
    Set<PointKey> covered = new HashSet<>();
    if (SiteFacts.mayHaveMeter(system)) {
      covered.addAll(OF_METERS);
      if (!SiteFacts.mayHaveBattery(system)) {
        covered.add(StandardPoint.SOLAR_W.key());
      }
    }
    if (SiteFacts.mayHaveBattery(system)) {
      covered.addAll(OF_BATTERIES);
    }
    return covered.contains(point);
  }

  /** Asked for hourly and late by a quarter of an hour; a vendor that rests may cost one round. */
  @Override
  public Duration settlesWithin(PointKey point) {
    return Duration.ofHours(3);
  }

  @Override
  public CompletionStage<FetchResult> fetchHistory(
      VendorSystem system, Credentials credentials, Instant from, Instant to, Allowance allowance) {
    return SolarEdgeAccess.of(system, credentials)
        .map(
            access ->
                new HistoryRequest(client, system, access, from, to, allowance, clock.instant())
                    .run())
        .orElseGet(
            () ->
                completedStage(
                    new Failed(SolarEdgeAdapter.notConfigured("An API key and a site id"))));
  }
}
