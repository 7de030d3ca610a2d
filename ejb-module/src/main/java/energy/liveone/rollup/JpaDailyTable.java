package energy.liveone.rollup;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.LocalDay;
import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.reading.AggregateColumns;
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

/** The daily rows. Joins the caller's transaction. */
@ApplicationScoped
public class JpaDailyTable {
  private static final MultiRowStatement UPSERT =
      new MultiRowStatement(
          "INSERT INTO point_readings_agg_daily (point_id, day, day_start, day_s, min, max, avg, sum,"
              + " count, first, last, delta, covered_s, flags)",
          14,
          "ON DUPLICATE KEY UPDATE day_start = VALUES(day_start), day_s = VALUES(day_s),"
              + " min = VALUES(min), max = VALUES(max), avg = VALUES(avg), sum = VALUES(sum),"
              + " count = VALUES(count), first = VALUES(first), last = VALUES(last),"
              + " delta = VALUES(delta), covered_s = VALUES(covered_s), flags = VALUES(flags)");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** A day of a point. */
  record DailyRow(int pointId, LocalDay day, Aggregate row) {}

  /** Stores the rows of a day, and deletes those of points without any. */
  void replace(List<Integer> points, LocalDay day, List<DailyRow> rows) {
    try {
      Connection connection = em.unwrap(Connection.class);
      UPSERT.execute(connection, rows, JpaDailyTable::bind);
      List<Integer> without = new ArrayList<>(points);
      without.removeAll(rows.stream().map(DailyRow::pointId).toList());
      if (!without.isEmpty()) {
        delete(connection, without, day);
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Storing daily rows", e);
    }
  }

  /** The stored rows of a day, by point. */
  Map<Integer, Aggregate> rows(Collection<Integer> points, LocalDay day) {
    Map<Integer, Aggregate> rows = new HashMap<>();
    String sql =
        "SELECT point_id, min, max, avg, sum, count, first, last, delta, covered_s, flags"
            + " FROM point_readings_agg_daily WHERE day = ? AND point_id IN "
            + MultiRowStatement.inList(points.size());
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      query.setObject(1, day.date());
      int index = 2;
      for (int point : points) {
        query.setInt(index++, point);
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.put(result.getInt(1), AggregateColumns.read(result, 2, day.end()));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading daily rows", e);
    }
  }

  /** Whether a day was summed up and nothing changed since. */
  boolean isClean(int system, LocalDay day) {
    return !em.createNativeQuery(
            "SELECT 1 FROM day_ledger WHERE system_id = ? AND day = ? AND dirty = FALSE")
        .setParameter(1, system)
        .setParameter(2, day.date())
        .getResultList()
        .isEmpty();
  }

  private static void delete(Connection connection, List<Integer> points, LocalDay day)
      throws SQLException {
    String sql =
        "DELETE FROM point_readings_agg_daily WHERE day = ? AND point_id IN "
            + MultiRowStatement.inList(points.size());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, day.date());
      int index = 2;
      for (int point : points) {
        statement.setInt(index++, point);
      }
      statement.executeUpdate();
    }
  }

  private static int bind(PreparedStatement statement, int first, DailyRow daily)
      throws SQLException {
    Aggregate row = daily.row();
    int index = first;
    statement.setInt(index++, daily.pointId());
    statement.setObject(index++, daily.day().date());
    statement.setLong(index++, daily.day().start());
    statement.setInt(index++, daily.day().seconds());
    return AggregateColumns.bind(statement, index, row);
  }
}
