package energy.liveone.reading;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One row per system with the latest value of each point. Locking the row is how writers of one
 * system take turns, on whatever node they run. Joins the caller's transaction.
 */
@ApplicationScoped
public class JpaLatestTable {
  private static final MultiRowStatement UPDATE =
      new MultiRowStatement(
          "INSERT INTO system_latest (system_id, version, newest_t, points)",
          4,
          "ON DUPLICATE KEY UPDATE version = VALUES(version), newest_t = VALUES(newest_t),"
              + " points = VALUES(points)");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /**
   * Locks the rows of these systems, in the order of their ids, and tells their versions. Systems
   * without a row are gone.
   */
  Map<Integer, Long> lockVersions(Collection<Integer> ascendingSystems) {
    Map<Integer, Long> versions = new TreeMap<>();
    String sql =
        "SELECT system_id, version FROM system_latest WHERE system_id IN "
            + MultiRowStatement.inList(ascendingSystems.size())
            + " ORDER BY system_id FOR UPDATE";
    select(sql, ascendingSystems, result -> versions.put(result.getInt(1), result.getLong(2)));
    return versions;
  }

  /** Snapshots of these systems; also without a transaction of the caller. */
  @Transactional
  public Map<Integer, LatestText> read(Collection<Integer> systems) {
    Map<Integer, LatestText> snapshots = new HashMap<>();
    if (systems.isEmpty()) {
      return snapshots;
    }
    String sql =
        "SELECT system_id, version, newest_t, points FROM system_latest WHERE system_id IN "
            + MultiRowStatement.inList(systems.size());
    select(
        sql,
        systems,
        result ->
            snapshots.put(
                result.getInt(1),
                new LatestText(
                    result.getInt(1), result.getLong(2), result.getLong(3), result.getString(4))));
    return snapshots;
  }

  /** Stores snapshots of locked rows. */
  void write(List<LatestText> snapshots) {
    try {
      UPDATE.execute(
          em.unwrap(Connection.class),
          snapshots,
          (statement, first, snapshot) -> {
            statement.setInt(first, snapshot.system());
            statement.setLong(first + 1, snapshot.version());
            statement.setLong(first + 2, snapshot.newestEpochSecond());
            statement.setString(first + 3, snapshot.points());
            return first + 4;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Storing latest values", e);
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet result) throws SQLException;
  }

  private void select(String sql, Collection<Integer> systems, RowReader reader) {
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      int index = 1;
      for (int system : systems) {
        query.setInt(index++, system);
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          reader.read(result);
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading latest values", e);
    }
  }
}
