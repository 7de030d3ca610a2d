package energy.liveone.discovery;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointRepository;
import energy.liveone.reading.CollectedSystem;
import energy.liveone.reading.Forecast;
import energy.liveone.reading.IntervalReading;
import energy.liveone.reading.PointCatalog;
import energy.liveone.reading.Reading;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.vendor.Measurements;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Takes over the points that a vendor tells with its measurements: new ones are added, vanished
 * ones become inactive, all in the transaction that stores the measurements. What a node has once
 * compared it does not compare again until the vendor tells other points or the system changes.
 */
@ApplicationScoped
public class DiscoverPoints {
  private final ConcurrentMap<SystemId, Settled> settled = new ConcurrentHashMap<>();
  private final PointCatalog catalog;
  private final PointRepository points;
  private final SystemRepository systems;
  private final Clock clock;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject
  DiscoverPoints(
      PointCatalog catalog, PointRepository points, SystemRepository systems, Clock clock) {
    this.catalog = catalog;
    this.points = points;
    this.systems = systems;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected DiscoverPoints() {
    this(null, null, null, null);
  }

  /**
   * What was compared last.
   *
   * @param keys the stored key of each point that the vendor calls otherwise
   */
  private record Settled(
      int configVersion, List<PointDefinition> found, Map<PointKey, PointKey> keys) {}

  /**
   * Takes over the points of these measurements and answers them under the keys as stored.
   * Measurements that tell no points cost nothing.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Measurements settle(SystemId system, Measurements told) {
    if (told.points().isEmpty()) {
      return told;
    }
    Optional<CollectedSystem> known = catalog.of(system);
    if (known.isEmpty()) {
      return told;
    }
    Settled last = settled.get(system);
    boolean same =
        last != null
            && last.configVersion() == known.get().configVersion()
            && last.found().equals(told.points());
    Map<PointKey, PointKey> keys =
        same ? last.keys() : merge(system, known.get().configVersion(), told.points());
    return keys.isEmpty() ? told : renamed(told, keys);
  }

  private Map<PointKey, PointKey> merge(
      SystemId system, int configVersion, List<PointDefinition> found) {
    Instant now = clock.instant();
    PointMerge merge = new PointMerge(system, points.of(system), found, now);
    if (merge.changes()) {
      points.add(merge.added());
      systems.find(system).orElseThrow().touch(now);
      systems.flush();
      forgetUnlessCommitted(system);
    } else {
      settled.put(system, new Settled(configVersion, found, merge.keys()));
    }
    return merge.keys();
  }

  /** The catalogue keeps what it reads in this transaction, which may yet come to nothing. */
  private void forgetUnlessCommitted(SystemId system) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Everything is in the database already.
          }

          @Override
          public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
              catalog.forget(system);
            }
          }
        });
  }

  private static Measurements renamed(Measurements told, Map<PointKey, PointKey> keys) {
    return new Measurements(
        told.samples().stream()
            .map(one -> new Reading(key(one.point(), keys), one.time(), one.value()))
            .toList(),
        told.intervals().stream()
            .map(
                one ->
                    new IntervalReading(
                        key(one.point(), keys),
                        one.end(),
                        one.length(),
                        one.value(),
                        one.quality()))
            .toList(),
        told.forecasts().stream()
            .map(
                one ->
                    new Forecast(
                        key(one.point(), keys),
                        one.end(),
                        one.length(),
                        one.value(),
                        one.low(),
                        one.high()))
            .toList(),
        told.points());
  }

  private static PointKey key(PointKey told, Map<PointKey, PointKey> keys) {
    return keys.getOrDefault(told, told);
  }
}
