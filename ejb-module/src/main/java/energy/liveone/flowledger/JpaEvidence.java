package energy.liveone.flowledger;

import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Since when there are 5-minute rows of points; two looks into the index for each. */
@ApplicationScoped
@Transactional
public class JpaEvidence {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** End of the first and of the last 5-minute row, epoch seconds. */
  record Evidence(long firstEnd, long lastEnd) {}

  /** By point; those that never had a row are missing. */
  Map<Integer, Evidence> of(Collection<Integer> points) {
    Map<Integer, Evidence> found = new HashMap<>();
    if (points.isEmpty()) {
      return found;
    }
    Sql.list(
        em.unwrap(Connection.class),
        "Finding evidence",
        "SELECT point_id, MIN(interval_end), MAX(interval_end) FROM point_readings_agg_5m"
            + " WHERE point_id IN "
            + MultiRowStatement.inList(points.size())
            + " GROUP BY point_id",
        List.copyOf(points),
        row -> found.put(row.getInt(1), new Evidence(row.getLong(2), row.getLong(3))));
    return found;
  }
}
