package energy.liveone.gap;

import energy.liveone.gap.WatchedSystem.WatchedPoint;
import energy.liveone.reading.Retention;
import energy.liveone.vendor.HistorySource;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Finds out what can be hoped for the gaps of a point. */
@Dependent
class Prospects {
  private final Histories histories;
  private final VendorRegistry vendors;
  private final Retention retention;

  @Inject
  Prospects(Histories histories, VendorRegistry vendors, Retention retention) {
    this.histories = histories;
    this.vendors = vendors;
    this.retention = retention;
  }

  Prospect of(WatchedSystem system, WatchedPoint point) {
    Optional<Duration> reach =
        histories
            .of(system.vendor())
            .filter(history -> history.covers(point.key(), system.view()))
            .map(HistorySource::reach);
    boolean pushed =
        vendors
            .adapter(system.vendor())
            .map(VendorAdapter::capabilities)
            .filter(capabilities -> capabilities.pushed())
            .isPresent();
    return new Prospect(reach.orElse(null), pushed ? retention.raw() : null, point.numberClass());
  }
}
