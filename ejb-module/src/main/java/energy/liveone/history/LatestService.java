package energy.liveone.history;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.SystemAccess;
import energy.liveone.reading.LatestSnapshot;
import energy.liveone.reading.LatestValues;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Latest values joined with the points that they belong to. */
@ApplicationScoped
public class LatestService {
  private final AccessService access;
  private final LatestValues latest;
  private final DescribedPoints points;

  @Inject
  public LatestService(AccessService access, LatestValues latest, DescribedPoints points) {
    this.access = access;
    this.latest = latest;
    this.points = points;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected LatestService() {
    this(null, null, null);
  }

  /** The latest values of each system, in the order of the query. */
  public List<SystemLatest> of(LatestQuery query) {
    List<SystemAccess> granted = access.requireSystemAccess(query.systems(), Permission.READ);
    Map<SystemId, LatestSnapshot> snapshots = latest.of(query.systems());
    Map<SystemId, List<DescribedPoint>> described = points.of(granted);
    return query.systems().stream()
        .map(
            system ->
                join(
                    snapshots.getOrDefault(
                        system, new LatestSnapshot(system.value(), 0, 0, Map.of())),
                    described.getOrDefault(system, List.of())))
        .toList();
  }

  private static SystemLatest join(LatestSnapshot snapshot, List<DescribedPoint> points) {
    return new SystemLatest(
        snapshot.systemId(),
        snapshot.version(),
        snapshot.newest().orElse(null),
        points.stream().map(point -> point.with(snapshot.of(point.id()))).toList());
  }
}
