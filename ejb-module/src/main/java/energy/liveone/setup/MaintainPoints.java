package energy.liveone.setup;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.point.NumberClass;
import energy.liveone.point.Point;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointRepository;
import energy.liveone.point.PointSettings;
import energy.liveone.point.Transform;
import energy.liveone.point.Transform.Chain;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows and changes the points of a system. */
@ApplicationScoped
public class MaintainPoints {
  private final SystemRepository systems;
  private final PointRepository points;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public MaintainPoints(
      SystemRepository systems, PointRepository points, AuditLog audit, Clock clock) {
    this.systems = systems;
    this.points = points;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected MaintainPoints() {
    this(null, null, null, null);
  }

  /** All points, in display order. */
  @RequireSystemAccess(Permission.READ)
  public List<PointDescription> list(SystemId system) {
    return points.of(system).stream().map(PointDescription::of).toList();
  }

  /** The same for those who may change them; others learn nothing of what the vendor calls them. */
  @RequireSystemAccess(Permission.WRITE)
  public List<PointDescription> listAsOwner(SystemId system) {
    return points.of(system).stream().map(PointDescription::of).toList();
  }

  /**
   * Changes the points that the changes name, all or none.
   *
   * @throws NoSuchElementException when the system has no such point; the message is its key
   * @throws TransformRefused when a transform cannot be done to the values of its point
   * @throws IllegalArgumentException when a label breaks its rule
   */
  @RequireSystemAccess(Permission.WRITE)
  @Transactional
  public void change(SystemId system, List<PointChange> changes) {
    Map<PointKey, Point> byKey =
        points.of(system).stream().collect(Collectors.toMap(Point::key, Function.identity()));
    Instant now = clock.instant();
    Map<String, Object> before = new TreeMap<>();
    Map<String, Object> after = new TreeMap<>();
    for (PointChange change : changes) {
      Point point = byKey.get(change.key());
      if (point == null) {
        throw new NoSuchElementException(change.key().value());
      }
      addFacts(point, before);
      point.apply(settingsOf(point, change), now);
      addFacts(point, after);
    }
    audit.recordChange(AuditAct.POINTS_CHANGED, AuditSubject.system(system.value()), before, after);
    systems.find(system).orElseThrow().touch(now);
  }

  private static void addFacts(Point point, Map<String, Object> facts) {
    String key = point.key().value();
    facts.put(key + ".label", point.label());
    facts.put(key + ".order", point.displayOrder());
    facts.put(key + ".visible", point.isVisible());
    facts.put(key + ".active", point.isActive());
    facts.put(key + ".transform", point.userTransform().map(Object::toString).orElse(""));
  }

  private static PointSettings settingsOf(Point point, PointChange change) {
    return new PointSettings(
        change.label().orElse(point.label()),
        change.displayOrder().orElse(point.displayOrder()),
        change.visible().orElse(point.isVisible()),
        change.active().orElse(point.isActive()),
        transformOf(point, change).orElse(null));
  }

  /**
   * The transform that the point has after the change. Another factor would make a counter jump,
   * which would count as energy.
   */
  private static Optional<Transform> transformOf(Point point, PointChange change) {
    if (change.transform().isEmpty()) {
      return point.userTransform();
    }
    Optional<Transform> wanted =
        change.transform().filter(transform -> !transform.equals(new Chain(List.of())));
    if (wanted.isPresent() && point.numberClass() == NumberClass.COUNTER) {
      throw new TransformRefused(point.key(), "A counter takes no transform: it would jump");
    }
    if (wanted.filter(transform -> !transform.isApplicable()).isPresent()) {
      throw new TransformRefused(
          point.key(), "A transform takes abs, clampMin, negate, nullIf and scale only");
    }
    return wanted;
  }
}
