package energy.liveone.gap;

import energy.liveone.gap.WatchedSystem.WatchedPoint;
import energy.liveone.point.PointKey;
import energy.liveone.polling.VendorView;
import energy.liveone.reading.CollectedSystem;
import energy.liveone.reading.PointCatalog;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.VendorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Systems as the search for gaps sees them. */
@ApplicationScoped
@Transactional
public class JpaWatchedSystems {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  private final SystemRepository systems;
  private final PointCatalog catalog;

  @Inject
  public JpaWatchedSystems(SystemRepository systems, PointCatalog catalog) {
    this.systems = systems;
    this.catalog = catalog;
  }

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected JpaWatchedSystems() {
    this(null, null);
  }

  /** One system with its points. */
  Optional<WatchedSystem> find(SystemId id) {
    return systems
        .find(id)
        .flatMap(system -> catalog.of(id).map(collected -> watched(system, collected)));
  }

  /** The systems of some vendors that are being collected, by id. */
  List<SystemId> active(Collection<VendorType> vendors) {
    return vendors.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT s.id FROM MonitoredSystem s WHERE s.status = 'active'"
                    + " AND s.vendorType IN :vendors ORDER BY s.id",
                Integer.class)
            .setParameter("vendors", vendors.stream().map(VendorType::value).toList())
            .getResultStream()
            .map(SystemId::new)
            .toList();
  }

  private static WatchedSystem watched(MonitoredSystem system, CollectedSystem collected) {
    return new WatchedSystem(
        system.id(),
        system.vendorType(),
        system.displayName(),
        system.status(),
        system.createdAt(),
        VendorView.of(system),
        collected.cadenceSeconds(),
        collected.toleranceSeconds(),
        collected.points().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                point ->
                    new WatchedPoint(
                        point.getValue().id(),
                        new PointKey(point.getKey()),
                        point.getValue().numberClass(),
                        point.getValue().source(),
                        point.getValue().active()))
            .toList());
  }
}
