package energy.liveone.reading;

import energy.liveone.aggregate.Flag;
import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.point.NumberClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 5-minute rows of points whose source is intervals: one row per interval, at its end, whatever
 * its length. Joins the caller's transaction.
 */
@ApplicationScoped
public class JpaIntervalTable {
  private static final MultiRowStatement UPSERT =
      new MultiRowStatement(
          "INSERT INTO point_readings_agg_5m (point_id, interval_end, min, max, avg, sum, count,"
              + " first, last, delta, covered_s, flags, quality)",
          13,
          "ON DUPLICATE KEY UPDATE min = VALUES(min), max = VALUES(max), avg = VALUES(avg),"
              + " sum = VALUES(sum), count = VALUES(count), first = VALUES(first),"
              + " last = VALUES(last), delta = VALUES(delta), covered_s = VALUES(covered_s),"
              + " flags = VALUES(flags), quality = VALUES(quality)");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** The end of an interval of a point. */
  record IntervalKey(int pointId, long end) {}

  /** An interval on its way to the database. */
  record IntervalRow(int pointId, NumberClass numberClass, StoredInterval interval) {}

  /** A range {@code (from, to]} of ends. */
  record Ends(long from, long to) {}

  /** The intervals of several points that end in one range each, by point, ascending. */
  Map<Integer, List<StoredInterval>> ending(Map<Integer, Ends> rangeByPoint) {
    Map<Ends, List<Integer>> pointsByRange = new HashMap<>();
    rangeByPoint.forEach(
        (point, range) ->
            pointsByRange.computeIfAbsent(range, same -> new ArrayList<>()).add(point));
    Map<Integer, List<StoredInterval>> found = new HashMap<>();
    pointsByRange.forEach((range, points) -> read(points, range, found));
    return found;
  }

  private void read(List<Integer> points, Ends range, Map<Integer, List<StoredInterval>> found) {
    String sql =
        "SELECT point_id, interval_end, covered_s, last, quality, flags FROM point_readings_agg_5m"
            + " WHERE point_id IN "
            + MultiRowStatement.inList(points.size())
            + " AND interval_end > ? AND interval_end <= ? ORDER BY point_id, interval_end";
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      int index = 1;
      for (int point : points) {
        query.setInt(index++, point);
      }
      query.setLong(index++, range.from());
      query.setLong(index, range.to());
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found
              .computeIfAbsent(result.getInt(1), point -> new ArrayList<>())
              .add(
                  new StoredInterval(
                      result.getLong(2),
                      result.getInt(3),
                      result.getDouble(4),
                      result.getInt(5),
                      Flag.CORRECTED.in(result.getInt(6))));
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading intervals", e);
    }
  }

  /** Stores rows, replacing those of the same point and end. */
  void upsert(List<IntervalRow> rows) {
    try {
      UPSERT.execute(
          em.unwrap(Connection.class),
          rows,
          (statement, first, row) -> {
            statement.setInt(first, row.pointId());
            statement.setLong(first + 1, row.interval().end());
            int index =
                AggregateColumns.bind(statement, first + 2, row.interval().row(row.numberClass()));
            statement.setInt(index, row.interval().rank());
            return index + 1;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Storing intervals", e);
    }
  }

  /** Deletes rows that others displace, which is rare. */
  void delete(List<IntervalKey> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String sql = "DELETE FROM point_readings_agg_5m WHERE point_id = ? AND interval_end = ?";
    try (PreparedStatement delete = em.unwrap(Connection.class).prepareStatement(sql)) {
      for (IntervalKey row : rows) {
        delete.setInt(1, row.pointId());
        delete.setLong(2, row.end());
        delete.addBatch();
      }
      delete.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseFault("Deleting displaced intervals", e);
    }
  }
}
