package energy.liveone.reading;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.PointAggregate;
import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The 5-minute rows: written by upsert, so that the newest computation wins. Joins the caller's
 * transaction.
 */
@ApplicationScoped
public class JpaFiveMinuteTable {
  private static final MultiRowStatement UPSERT =
      new MultiRowStatement(
          // Without triggers and foreign keys this updates in place, and whole rows cost less than
          // an ON DUPLICATE KEY UPDATE of each column.
          "REPLACE INTO point_readings_agg_5m"
              + " (point_id, interval_end, min, max, avg, sum, count, first, last, delta, covered_s, flags)",
          12,
          "");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** Stores rows, replacing those of the same point and interval. */
  public void upsert(List<PointAggregate> rows) {
    try {
      UPSERT.execute(em.unwrap(Connection.class), rows, JpaFiveMinuteTable::bind);
    } catch (SQLException e) {
      throw new DatabaseFault("Storing 5-minute rows", e);
    }
  }

  /** The rows of some points in {@code (from, to]}, by point, ascending. */
  public Map<Integer, List<Aggregate>> range(Collection<Integer> points, long from, long to) {
    Map<Integer, List<Aggregate>> rows = new HashMap<>();
    if (points.isEmpty()) {
      return rows;
    }
    String sql =
        "SELECT point_id, interval_end, min, max, avg, sum, count, first, last, delta, covered_s, flags"
            + " FROM point_readings_agg_5m WHERE point_id IN "
            + MultiRowStatement.inList(points.size())
            + " AND interval_end > ? AND interval_end <= ? ORDER BY point_id, interval_end";
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      int index = 1;
      for (int point : points) {
        query.setInt(index++, point);
      }
      query.setLong(index++, from);
      query.setLong(index, to);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.computeIfAbsent(result.getInt(1), id -> new ArrayList<>())
              .add(AggregateColumns.read(result, 3, result.getLong(2)));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading 5-minute rows", e);
    }
  }

  /** Deletes the rows of a point in {@code (from, to]}. */
  public void delete(int point, long from, long to) {
    try (PreparedStatement delete =
        em.unwrap(Connection.class)
            .prepareStatement(
                "DELETE FROM point_readings_agg_5m"
                    + " WHERE point_id = ? AND interval_end > ? AND interval_end <= ?")) {
      delete.setInt(1, point);
      delete.setLong(2, from);
      delete.setLong(3, to);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault("Deleting 5-minute rows", e);
    }
  }

  /**
   * The level of a counter after its last row that ends at {@code t} or before; null when there is
   * none.
   */
  @Nullable Double levelAt(int point, long t) {
    try (PreparedStatement query =
        em.unwrap(Connection.class)
            .prepareStatement(
                "SELECT last FROM point_readings_agg_5m WHERE point_id = ? AND interval_end <= ?"
                    + " AND count > 0 ORDER BY interval_end DESC LIMIT 1")) {
      query.setInt(1, point);
      query.setLong(2, t);
      try (ResultSet result = query.executeQuery()) {
        return result.next() ? AggregateColumns.number(result, 1) : null;
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading a counter's level", e);
    }
  }

  private static int bind(PreparedStatement statement, int first, PointAggregate aggregate)
      throws SQLException {
    Aggregate row = aggregate.row();
    int index = first;
    statement.setInt(index++, aggregate.pointId());
    statement.setLong(index++, row.end());
    return AggregateColumns.bind(statement, index, row);
  }
}
