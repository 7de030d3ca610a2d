package energy.liveone.setup;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.point.Point;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointRepository;
import energy.liveone.point.PointSettings;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows and changes the points of a system. */
@ApplicationScoped
public class MaintainPoints {
  private final SystemRepository systems;
  private final PointRepository points;
  private final Clock clock;

  @Inject
  public MaintainPoints(SystemRepository systems, PointRepository points, Clock clock) {
    this.systems = systems;
    this.points = points;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected MaintainPoints() {
    this(null, null, null);
  }

  /** All points, in display order. */
  @RequireSystemAccess(Permission.READ)
  public List<PointDescription> list(SystemId system) {
    return points.of(system).stream().map(PointDescription::of).toList();
  }

  /**
   * Changes the points that the changes name, all or none.
   *
   * @throws NoSuchElementException when the system has no such point; the message is its key
   * @throws IllegalArgumentException when a label breaks its rule
   */
  @RequireSystemAccess(Permission.WRITE)
  @Transactional
  public void change(SystemId system, List<PointChange> changes) {
    Map<PointKey, Point> byKey =
        points.of(system).stream().collect(Collectors.toMap(Point::key, Function.identity()));
    Instant now = clock.instant();
    for (PointChange change : changes) {
      Point point = byKey.get(change.key());
      if (point == null) {
        throw new NoSuchElementException(change.key().value());
      }
      point.apply(settingsOf(point, change), now);
    }
    systems.find(system).orElseThrow().touch(now);
  }

  private static PointSettings settingsOf(Point point, PointChange change) {
    return new PointSettings(
        change.label().orElse(point.label()),
        change.displayOrder().orElse(point.displayOrder()),
        change.visible().orElse(point.isVisible()),
        change.active().orElse(point.isActive()));
  }
}
