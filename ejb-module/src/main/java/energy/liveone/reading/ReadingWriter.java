package energy.liveone.reading;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one way of readings into the database. Raw rows, 5-minute rows, latest values and what is
 * left for later are one transaction with whatever the caller adds to it. The same delivery twice
 * changes nothing; late readings are stored and their stretch is marked for recomputation.
 * Intervals have no raw rows: they become 5-minute rows, where later and better values win.
 * Forecasts touch none of these.
 */
@Dependent
public class ReadingWriter {
  private final PointCatalog catalog;
  private final SystemWindows windows;
  private final JpaLatestTable latest;
  private final JpaRawTable raw;
  private final JpaFiveMinuteTable fiveMinutes;
  private final JpaIntervalTable intervals;
  private final JpaForecastTable forecasts;
  private final JpaLedgers ledgers;
  private final DayMarks dayMarks;
  private final LatestCache cache;
  private final Retention retention;
  private final Clock clock;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject
  ReadingWriter(
      PointCatalog catalog,
      SystemWindows windows,
      JpaLatestTable latest,
      JpaRawTable raw,
      JpaFiveMinuteTable fiveMinutes,
      JpaIntervalTable intervals,
      JpaForecastTable forecasts,
      JpaLedgers ledgers,
      DayMarks dayMarks,
      LatestCache cache,
      Retention retention,
      Clock clock) {
    this.catalog = catalog;
    this.windows = windows;
    this.latest = latest;
    this.raw = raw;
    this.fiveMinutes = fiveMinutes;
    this.intervals = intervals;
    this.forecasts = forecasts;
    this.ledgers = ledgers;
    this.dayMarks = dayMarks;
    this.cache = cache;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Stores deliveries. Systems are locked in the order of their ids until the transaction ends.
   *
   * @return one outcome per delivery, in their order
   */
  @Transactional
  public List<Written> write(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return List.of();
    }
    Set<Integer> ids = new TreeSet<>();
    deliveries.forEach(delivery -> ids.add(delivery.system().value()));
    Map<Integer, Long> versions = latest.lockVersions(ids);
    Map<Integer, CollectedSystem> systems = catalog.of(versions.keySet());
    Map<Integer, SystemWrite> writes = new HashMap<>();
    windows
        .of(versions, systems)
        .forEach(
            (id, window) ->
                writes.put(id, new SystemWrite(systems.get(id), window, raw, intervals)));

    Instant now = clock.instant();
    List<Written> outcomes = new ArrayList<>(deliveries.size());
    Set<Integer> seen = new HashSet<>();
    for (Delivery delivery : deliveries) {
      SystemWrite write = writes.get(delivery.system().value());
      if (write == null) {
        outcomes.add(Written.nothing(delivery.system()));
        continue;
      }
      if (!seen.add(delivery.system().value())) {
        // A second delivery of a system must find the first one's rows when it looks for
        // duplicates.
        flush(writes.values(), now);
      }
      outcomes.add(write.take(delivery, now, retention.raw()));
    }
    flush(writes.values(), now);
    List<LatestText> snapshots =
        writes.values().stream()
            .filter(SystemWrite::changed)
            .map(write -> LatestText.of(write.window()))
            .toList();
    latest.write(snapshots);
    afterCommit(writes.values(), snapshots);
    return outcomes;
  }

  private void flush(Collection<SystemWrite> writes, Instant now) {
    WriteBuffer all = new WriteBuffer();
    writes.forEach(write -> write.drainTo(all));
    raw.insertIfAbsent(all.raw());
    fiveMinutes.upsert(all.rows());
    intervals.delete(all.displaced());
    intervals.upsert(all.intervals());
    forecasts.upsert(all.forecasts());
    ledgers.markRanges(all.ranges());
    ledgers.quarantine(all.quarantined(), now);
    ledgers.noteSilences(all.silences(), now);
    ledgers.markDays(dayMarks.unmarked(all.days(), now));
  }

  private void afterCommit(Collection<SystemWrite> writes, List<LatestText> snapshots) {
    List<SystemWindow> keep =
        writes.stream().filter(SystemWrite::isWindowTrue).map(SystemWrite::window).toList();
    List<WriteBuffer.DayOf> days = writes.stream().flatMap(w -> w.touchedDays().stream()).toList();
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Everything is in the database already.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              windows.keep(keep);
              dayMarks.keep(days);
              cache.put(snapshots);
            }
          }
        });
  }
}
