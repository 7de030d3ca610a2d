package energy.liveone.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commits a row in each of two tables again and again, so that a copy of two different moments
 * shows as a row without its fellow.
 */
final class PairWriter implements AutoCloseable {
  private final Connection connection;
  private final AtomicLong pairs = new AtomicLong();
  private final Thread thread = new Thread(this::write, "pair-writer");
  private volatile boolean stopping;
  private volatile SQLException failure;

  PairWriter(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    thread.start();
  }

  /** So many are committed. */
  long pairs() {
    return pairs.get();
  }

  private void write() {
    try (Statement statement = connection.createStatement()) {
      while (!stopping) {
        long t = pairs.get() + 1;
        statement.executeUpdate("INSERT INTO point_readings VALUES (7, " + t + ", 1.5)");
        statement.executeUpdate(
            "INSERT INTO point_readings_agg_5m (point_id, interval_end, count, covered_s, flags)"
                + " VALUES (7, "
                + 300 * t
                + ", 1, 60, 0)");
        connection.commit();
        pairs.incrementAndGet();
      }
    } catch (SQLException e) {
      failure = e;
    }
  }

  @Override
  public void close() throws SQLException, InterruptedException {
    stopping = true;
    thread.join();
    connection.close();
    if (failure != null) {
      throw failure;
    }
  }
}
