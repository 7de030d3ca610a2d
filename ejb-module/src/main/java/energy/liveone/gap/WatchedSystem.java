package energy.liveone.gap;

import energy.liveone.aggregate.SampleRules;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the search for gaps and their repair need to know of a system.
 *
 * @param name shown to people
 * @param connectedAt when it was set up
 * @param view what its adapter may know
 * @param cadenceSeconds usual time between samples
 * @param toleranceSeconds longest time between samples that is no gap
 * @param points all, the inactive ones included
 */
record WatchedSystem(
    SystemId id,
    VendorType vendor,
    String name,
    SystemStatus status,
    Instant connectedAt,
    VendorSystem view,
    int cadenceSeconds,
    int toleranceSeconds,
    List<WatchedPoint> points) {
  WatchedSystem {
    points = List.copyOf(points);
  }

  /** The part of it that is a point. */
  record WatchedPoint(
      int id, PointKey key, NumberClass numberClass, PointSource source, boolean active) {}

  Optional<WatchedPoint> point(int pointId) {
    return points.stream().filter(point -> point.id() == pointId).findFirst();
  }

  SampleRules rules(NumberClass numberClass) {
    return new SampleRules(numberClass, cadenceSeconds, toleranceSeconds);
  }
}
