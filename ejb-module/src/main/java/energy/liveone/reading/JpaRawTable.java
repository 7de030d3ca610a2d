package energy.liveone.reading;

import energy.liveone.aggregate.Sample;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The raw readings: written by insert-if-absent, so that the first value of a time stays. Joins the
 * caller's transaction.
 */
@ApplicationScoped
public class JpaRawTable {
  private static final MultiRowStatement INSERT_IF_ABSENT =
      new MultiRowStatement(
          "INSERT INTO point_readings (point_id, t, value)",
          3,
          "ON DUPLICATE KEY UPDATE value = point_readings.value");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** A raw row. */
  public record RawRow(int pointId, long t, double value) {}

  /** Stores rows that are not there yet. */
  public void insertIfAbsent(List<RawRow> rows) {
    try {
      INSERT_IF_ABSENT.execute(
          em.unwrap(Connection.class),
          rows,
          (statement, first, row) -> {
            statement.setInt(first, row.pointId());
            statement.setLong(first + 1, row.t());
            statement.setDouble(first + 2, row.value());
            return first + 3;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Storing raw readings", e);
    }
  }

  /** The samples of one point in {@code (from, to]}, ascending. */
  public List<Sample> range(int point, long from, long to) {
    return query(
        "SELECT t, value FROM point_readings WHERE point_id = ? AND t > ? AND t <= ? ORDER BY t",
        point,
        from,
        to);
  }

  /** The last sample of a point at {@code t} or before, null when there is none. */
  public @Nullable Sample lastUntil(int point, long t) {
    return first(
        query(
            "SELECT t, value FROM point_readings WHERE point_id = ? AND t > ? AND t <= ?"
                + " ORDER BY t DESC LIMIT 1",
            point,
            0,
            t));
  }

  /** The first sample of a point after {@code t}, null when there is none. */
  public @Nullable Sample firstAfter(int point, long t) {
    return first(
        query(
            "SELECT t, value FROM point_readings WHERE point_id = ? AND t > ? AND t <= ?"
                + " ORDER BY t LIMIT 1",
            point,
            t,
            Integer.MAX_VALUE * 2L));
  }

  /** The samples of several points after one time each, by point, ascending. */
  Map<Integer, List<Sample>> after(Map<Integer, Long> fromByPoint) {
    Map<Integer, List<Sample>> samples = new HashMap<>();
    if (fromByPoint.isEmpty()) {
      return samples;
    }
    Map<Long, List<Integer>> pointsByFrom = new HashMap<>();
    fromByPoint.forEach(
        (point, from) -> pointsByFrom.computeIfAbsent(from, f -> new ArrayList<>()).add(point));
    pointsByFrom.forEach((from, points) -> after(points, from, samples));
    return samples;
  }

  private void after(List<Integer> points, long from, Map<Integer, List<Sample>> samples) {
    String sql =
        "SELECT point_id, t, value FROM point_readings WHERE point_id IN "
            + MultiRowStatement.inList(points.size())
            + " AND t > ? ORDER BY point_id, t";
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      int index = 1;
      for (int point : points) {
        query.setInt(index++, point);
      }
      query.setLong(index, from);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          samples
              .computeIfAbsent(result.getInt(1), id -> new ArrayList<>())
              .add(new Sample(result.getLong(2), result.getDouble(3)));
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading recent samples", e);
    }
  }

  private List<Sample> query(String sql, int point, long from, long to) {
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      query.setInt(1, point);
      query.setLong(2, from);
      query.setLong(3, to);
      List<Sample> samples = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          samples.add(new Sample(result.getLong(1), result.getDouble(2)));
        }
      }
      return samples;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading raw readings", e);
    }
  }

  private static @Nullable Sample first(List<Sample> samples) {
    return samples.isEmpty() ? null : samples.get(0);
  }
}
