package energy.liveone.system;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Systems in the database. */
@ApplicationScoped
public class JpaSystemRepository implements SystemRepository {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  @Override
  public Optional<MonitoredSystem> find(SystemId id) {
    return Optional.ofNullable(em.find(MonitoredSystem.class, id.value()));
  }

  @Override
  public Map<SystemId, SystemHead> heads(Collection<SystemId> ids) {
    Map<SystemId, SystemHead> heads = new HashMap<>();
    if (ids.isEmpty()) {
      return heads;
    }
    String sql =
        "SELECT id, owner_account_id, config_version FROM systems WHERE id IN "
            + MultiRowStatement.inList(ids.size());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (SystemId id : ids) {
        query.setInt(index++, id.value());
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          heads.put(new SystemId(row.getInt(1)), new SystemHead(row.getInt(2), row.getInt(3)));
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Finding systems", e);
    }
    return heads;
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
  public List<MonitoredSystem> named(Collection<SystemId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "SELECT s FROM MonitoredSystem s WHERE s.id IN :ids ORDER BY s.displayName, s.id",
            MonitoredSystem.class)
        .setParameter("ids", ids.stream().map(SystemId::value).toList())
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
