package energy.liveone.reading;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.aggregate.Sample;
import energy.liveone.point.NumberClass;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import energy.liveone.reading.SystemWindow.PointWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The windows of the systems that this node collects. A kept window is used only while the database
 * still has its version, so another node's write, or a recomputation, makes it worthless without
 * anybody telling.
 */
@ApplicationScoped
public class SystemWindows {
  private final ConcurrentMap<Integer, SystemWindow> kept = new ConcurrentHashMap<>();
  private final JpaLatestTable latest;
  private final JpaRawTable raw;
  private final JpaFiveMinuteTable fiveMinutes;

  /** For the container's proxy. */
  protected SystemWindows() {
    this(new JpaLatestTable(), new JpaRawTable(), new JpaFiveMinuteTable());
  }

  @Inject
  SystemWindows(JpaLatestTable latest, JpaRawTable raw, JpaFiveMinuteTable fiveMinutes) {
    this.latest = latest;
    this.raw = raw;
    this.fiveMinutes = fiveMinutes;
  }

  /** Windows of locked systems, from memory where it is true, else from the database. */
  Map<Integer, SystemWindow> of(
      Map<Integer, Long> versions, Map<Integer, CollectedSystem> systems) {
    Map<Integer, SystemWindow> windows = new HashMap<>();
    List<Integer> missing = new ArrayList<>();
    versions.forEach(
        (system, version) -> {
          SystemWindow window = kept.get(system);
          if (window != null && window.version() == version) {
            windows.put(system, window);
          } else if (systems.containsKey(system)) {
            missing.add(system);
          }
        });
    windows.putAll(load(missing, systems));
    return windows;
  }

  /** Keeps windows whose transaction was committed. */
  void keep(Collection<SystemWindow> windows) {
    windows.forEach(
        window ->
            kept.merge(
                window.system(), window, (old, now) -> old.version() > now.version() ? old : now));
  }

  private Map<Integer, SystemWindow> load(
      List<Integer> systems, Map<Integer, CollectedSystem> catalog) {
    Map<Integer, LatestSnapshot> snapshots = new HashMap<>();
    latest.read(systems).forEach((system, text) -> snapshots.put(system, text.snapshot()));
    Map<Integer, Long> bucketStarts = new HashMap<>();
    Map<Integer, Long> readFrom = new HashMap<>();
    snapshots.forEach(
        (system, snapshot) -> {
          for (CollectedPoint point : catalog.get(system).points().values()) {
            TimedValue timed = snapshot.values().get(point.id());
            if (timed != null && point.isSampled()) {
              long start = FiveMinuteBucket.endOf(timed.epochSecond()) - FiveMinuteBucket.SECONDS;
              bucketStarts.put(point.id(), start);
              readFrom.put(point.id(), start - FiveMinuteBucket.SECONDS);
            }
          }
        });
    Map<Integer, List<Sample>> samples = raw.after(readFrom);
    Map<Integer, SystemWindow> windows = new HashMap<>();
    snapshots.forEach(
        (system, snapshot) -> {
          Map<Integer, PointWindow> points = new HashMap<>();
          for (CollectedPoint point : catalog.get(system).points().values()) {
            TimedValue timed = snapshot.values().get(point.id());
            if (timed != null) {
              Long start = bucketStarts.get(point.id());
              points.put(
                  point.id(),
                  start == null
                      ? PointWindow.ofInterval(new Sample(timed.epochSecond(), timed.value()))
                      : window(point, timed, start, samples.getOrDefault(point.id(), List.of())));
            }
          }
          windows.put(
              system,
              new SystemWindow(system, snapshot.version(), snapshot.newestEpochSecond(), points));
        });
    return windows;
  }

  private PointWindow window(
      CollectedPoint point, TimedValue newest, long start, List<Sample> samples) {
    List<Sample> open = samples.stream().filter(s -> s.t() > start).toList();
    if (open.isEmpty()) {
      // Raw readings are dropped after their retention; the newest value itself is always known.
      open = List.of(new Sample(newest.epochSecond(), newest.value()));
    }
    Sample before = samples.stream().filter(s -> s.t() <= start).reduce((a, b) -> b).orElse(null);
    if (before == null) {
      before = raw.lastUntil(point.id(), start);
    }
    if (point.numberClass() == NumberClass.COUNTER) {
      before = atLevel(point.id(), before, start);
    }
    return new PointWindow(before, open);
  }

  private @Nullable Sample atLevel(int point, @Nullable Sample before, long start) {
    List<Aggregate> previous =
        fiveMinutes
            .range(List.of(point), start - FiveMinuteBucket.SECONDS, start)
            .getOrDefault(point, List.of());
    Double level =
        previous.isEmpty() || previous.get(0).last() == null
            ? fiveMinutes.levelAt(point, start)
            : previous.get(0).last();
    if (level == null) {
      return before;
    }
    return new Sample(before == null ? start : before.t(), level);
  }
}
