package energy.liveone.point;

import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Points in the database. */
@ApplicationScoped
public class JpaPointRepository implements PointRepository {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public List<Point> of(SystemId systemId) {
    return em.createQuery(
            "SELECT p FROM Point p WHERE p.systemId = :system ORDER BY p.displayOrder, p.id",
            Point.class)
        .setParameter("system", systemId.value())
        .getResultList();
  }

  @Override
  public void add(List<Point> points) {
    points.forEach(em::persist);
    em.flush();
  }
}
