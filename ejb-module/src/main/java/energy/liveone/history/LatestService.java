package energy.liveone.history;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.point.PointRepository;
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
  private final LatestValues latest;
  private final PointRepository points;

  @Inject
  public LatestService(LatestValues latest, PointRepository points) {
    this.latest = latest;
    this.points = points;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected LatestService() {
    this(null, null);
  }

  /** The latest values of each system, in the order of the query. */
  @RequireSystemAccess(Permission.READ)
  public List<SystemLatest> of(LatestQuery query) {
    Map<SystemId, LatestSnapshot> snapshots = latest.of(query.systems());
    return query.systems().stream()
        .map(
            system ->
                join(
                    system,
                    snapshots.getOrDefault(
                        system, new LatestSnapshot(system.value(), 0, 0, Map.of()))))
        .toList();
  }

  private SystemLatest join(SystemId system, LatestSnapshot snapshot) {
    return new SystemLatest(
        system,
        snapshot.version(),
        snapshot.newest().orElse(null),
        points.of(system).stream()
            .map(point -> PointLatest.of(point, snapshot.of(point.id())))
            .toList());
  }
}
