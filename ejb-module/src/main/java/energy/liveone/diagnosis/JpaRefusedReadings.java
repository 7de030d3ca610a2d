package energy.liveone.diagnosis;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.diagnosis.PointState.Refused;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Readings that were quarantined, summed up by point. */
@ApplicationScoped
public class JpaRefusedReadings {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** Those of a system since a time. */
  @Transactional
  Map<PointKey, Refused> of(SystemId system, Instant since) {
    String sql =
        "SELECT q.point_key, n.refused, q.reason, q.value_text FROM quarantined_readings q"
            + " JOIN (SELECT MAX(id) AS newest, COUNT(*) AS refused FROM quarantined_readings"
            + " WHERE system_id = ? AND received_at >= ? GROUP BY point_key) n ON n.newest = q.id";
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      query.setInt(1, system.value());
      query.setObject(2, UtcTime.of(since));
      Map<PointKey, Refused> refused = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          refused.put(
              new PointKey(row.getString(1)),
              new Refused(row.getInt(2), row.getString(3), row.getString(4)));
        }
      }
      return refused;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading what was quarantined", e);
    }
  }
}
