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

/**
 * Since when there are 5-minute rows of points; two looks into the index for each. {@code MIN} and
 * {@code MAX} by group would say the same, but whether the database then skips from point to point
 * or reads years of rows depends on its statistics of the table.
 */
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
        "SELECT p.point_id, "
            + oneEnd("ASC")
            + ", "
            + oneEnd("DESC")
            + " FROM point_info p WHERE p.point_id IN "
            + MultiRowStatement.inList(points.size()),
        List.copyOf(points),
        row -> {
          long first = row.getLong(2);
          return row.wasNull()
              ? null
              : found.put(row.getInt(1), new Evidence(first, row.getLong(3)));
        });
    return found;
  }

  private static String oneEnd(String order) {
    return "(SELECT r.interval_end FROM point_readings_agg_5m r WHERE r.point_id = p.point_id"
        + " ORDER BY r.interval_end "
        + order
        + " LIMIT 1)";
  }
}
