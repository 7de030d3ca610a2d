package energy.liveone.gap;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the search through 5-minute rows has come, by point. Joins the caller's transaction. */
@ApplicationScoped
public class JpaGapScans {
  private static final MultiRowStatement MARK =
      new MultiRowStatement(
          "INSERT INTO gap_scans (point_id, system_id, checked_t)",
          3,
          "ON DUPLICATE KEY UPDATE checked_t = VALUES(checked_t)");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** The marks of a system. */
  Map<Integer, Long> marks(SystemId system) {
    try (PreparedStatement query =
        em.unwrap(Connection.class)
            .prepareStatement("SELECT point_id, checked_t FROM gap_scans WHERE system_id = ?")) {
      query.setInt(1, system.value());
      Map<Integer, Long> marks = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          marks.put(row.getInt(1), row.getLong(2));
        }
      }
      return marks;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading how far gaps were looked for", e);
    }
  }

  /** Moves marks. */
  void mark(SystemId system, Map<Integer, Long> marks) {
    try {
      MARK.execute(
          em.unwrap(Connection.class),
          List.copyOf(marks.entrySet()),
          (statement, first, mark) -> {
            statement.setInt(first, mark.getKey());
            statement.setInt(first + 1, system.value());
            statement.setLong(first + 2, mark.getValue());
            return first + 3;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Noting how far gaps were looked for", e);
    }
  }
}
