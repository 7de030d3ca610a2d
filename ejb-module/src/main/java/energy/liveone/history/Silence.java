package energy.liveone.history;

import energy.liveone.polling.JpaPollPlans;
import energy.liveone.polling.VendorView;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How long hearing nothing of a system means nothing: by its vendor's rhythm, and where calls are
 * limited until the poll that they allow.
 */
@Dependent
class Silence {
  /** Judges systems of a vendor that this version no longer has. */
  private static final PollPolicy UNKNOWN_VENDOR =
      new PollPolicy(Duration.ofMinutes(1), Duration.ofMinutes(1), 1);

  private final VendorRegistry vendors;
  private final JpaPollPlans plans;

  @Inject
  Silence(VendorRegistry vendors, JpaPollPlans plans) {
    this.vendors = vendors;
    this.plans = plans;
  }

  /** When those whose calls are limited are polled next, as far as nothing is wrong with them. */
  Map<SystemId, Instant> plans(List<MonitoredSystem> systems) {
    return plans.of(
        systems.stream()
            .filter(
                system ->
                    vendors
                        .adapter(system.vendorType())
                        .filter(vendor -> !vendor.quotaLimits().isEmpty())
                        .isPresent())
            .map(MonitoredSystem::id)
            .toList());
  }

  /** Until when nothing newer than this need be heard. */
  Instant until(MonitoredSystem system, Instant newest, Instant plan) {
    PollRhythm rhythm =
        vendors
            .adapter(system.vendorType())
            .map(VendorAdapter::rhythm)
            .orElseGet(() -> PollRhythm.steady(UNKNOWN_VENDOR));
    Instant byRhythm = rhythm.silentUntil(newest, VendorView.of(system));
    return byRhythm.isBefore(plan) ? plan : byRhythm;
  }

  /** Whether it is quiet, and rightly so, for longer than between two of its usual polls. */
  boolean isUnusual(MonitoredSystem system, Instant newest, Instant silentUntil, Instant now) {
    Duration cadence =
        vendors
            .adapter(system.vendorType())
            .map(VendorAdapter::pollPolicy)
            .orElse(UNKNOWN_VENDOR)
            .cadence();
    return now.isBefore(silentUntil)
        && SystemHealth.of(SystemStatus.ACTIVE, newest, newest.plus(cadence), now)
            != SystemHealth.GREEN;
  }
}
