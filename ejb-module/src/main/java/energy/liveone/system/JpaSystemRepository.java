package energy.liveone.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Systems in the database. */
@ApplicationScoped
public class JpaSystemRepository implements SystemRepository {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public Optional<MonitoredSystem> find(SystemId id) {
    return Optional.ofNullable(em.find(MonitoredSystem.class, id.value()));
  }

  @Override
  public Optional<MonitoredSystem> findByAlias(int ownerAccountId, Alias alias) {
    return em.createQuery(
            "SELECT s FROM MonitoredSystem s WHERE s.ownerAccountId = :owner AND s.alias = :alias",
            MonitoredSystem.class)
        .setParameter("owner", ownerAccountId)
        .setParameter("alias", alias.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<MonitoredSystem> ownedBy(int ownerAccountId) {
    return em.createQuery(
            "SELECT s FROM MonitoredSystem s WHERE s.ownerAccountId = :owner"
                + " ORDER BY s.isDefault DESC, s.displayName, s.id",
            MonitoredSystem.class)
        .setParameter("owner", ownerAccountId)
        .getResultList();
  }

  @Override
  public List<MonitoredSystem> all() {
    return em.createQuery("SELECT s FROM MonitoredSystem s ORDER BY s.id", MonitoredSystem.class)
        .getResultList();
  }

  @Override
  public boolean exists(int ownerAccountId, VendorType vendorType, String vendorSiteId) {
    return !em.createQuery(
            "SELECT s.id FROM MonitoredSystem s WHERE s.ownerAccountId = :owner"
                + " AND s.vendorType = :vendor AND s.vendorSiteId = :site",
            Integer.class)
        .setParameter("owner", ownerAccountId)
        .setParameter("vendor", vendorType.value())
        .setParameter("site", vendorSiteId)
        .getResultList()
        .isEmpty();
  }

  @Override
  public MonitoredSystem add(MonitoredSystem system) {
    em.persist(system);
    em.flush();
    return system;
  }

  @Override
  public void remove(MonitoredSystem system) {
    em.remove(em.contains(system) ? system : em.merge(system));
    em.flush();
  }

  @Override
  public void flush() {
    em.flush();
  }
}
