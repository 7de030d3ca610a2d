package energy.liveone.bench;

import energy.liveone.bench.FleetLoader.LoadedSystem;
import energy.liveone.bench.driver.Payload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The least that storing the same readings costs: multi-row upserts of 1,200 rows into a bare copy
 * of the raw table, a commit each, on one connection.
 */
final class RawYardstick {
  static final String TABLE = "bench_point_readings";
  private static final int ROWS_PER_COMMIT = 1_200;

  private final Sql sql;
  private final List<LoadedSystem> systems;
  private final Map<Integer, int[]> pointIds;

  /**
   * @param pointIds by system, in the order of {@link Payload#KEYS}
   */
  RawYardstick(Sql sql, List<LoadedSystem> systems, Map<Integer, int[]> pointIds) {
    this.sql = sql;
    this.systems = systems;
    this.pointIds = pointIds;
    sql.run("CREATE TABLE " + TABLE + " LIKE point_readings");
  }

  /** The rows of some minutes, ready to be written. */
  private static final class Rows {
    private final int[] points;
    private final long[] times;
    private final double[] values;

    Rows(int count) {
      points = new int[count];
      times = new long[count];
      values = new double[count];
    }

    int count() {
      return points.length;
    }
  }

  /**
   * @return rows per second
   */
  double run(long from, int minutes) {
    Rows rows = rows(from, minutes);
    Connection connection = sql.connection();
    try (PreparedStatement full = connection.prepareStatement(statement(ROWS_PER_COMMIT))) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      int whole = rows.count() / ROWS_PER_COMMIT * ROWS_PER_COMMIT;
      for (int at = 0; at < whole; at += ROWS_PER_COMMIT) {
        write(connection, full, rows, at, ROWS_PER_COMMIT);
      }
      int rest = rows.count() - whole;
      if (rest > 0) {
        try (PreparedStatement last = connection.prepareStatement(statement(rest))) {
          write(connection, last, rows, whole, rest);
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      connection.setAutoCommit(true);
      return rows.count() / seconds;
    } catch (SQLException e) {
      throw Sql.failure("the yardstick", e);
    }
  }

  private static void write(
      Connection connection, PreparedStatement statement, Rows rows, int at, int count)
      throws SQLException {
    int index = 1;
    for (int row = at; row < at + count; row++) {
      statement.setInt(index++, rows.points[row]);
      statement.setLong(index++, rows.times[row]);
      statement.setDouble(index++, rows.values[row]);
    }
    statement.executeUpdate();
    connection.commit();
  }

  private Rows rows(long from, int minutes) {
    int count = systems.size() * minutes * Payload.KEYS.size();
    Rows rows = new Rows(count);
    int row = 0;
    for (int minute = 0; minute < minutes; minute++) {
      long time = from + 60L * minute;
      for (LoadedSystem system : systems) {
        double[] values = new Payload(system.number(), time).values();
        int[] points = pointIds.get(system.id());
        for (int i = 0; i < values.length; i++) {
          rows.points[row] = points[i];
          rows.times[row] = time;
          rows.values[row] = values[i];
          row++;
        }
      }
    }
    return rows;
  }

  private static String statement(int rows) {
    return "INSERT INTO "
        + TABLE
        + " (point_id, t, value) VALUES "
        + "(?,?,?),".repeat(rows - 1)
        + "(?,?,?) ON DUPLICATE KEY UPDATE value=VALUES(value)";
  }
}
