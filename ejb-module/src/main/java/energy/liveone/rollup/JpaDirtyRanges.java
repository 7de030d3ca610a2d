package energy.liveone.rollup;

import energy.liveone.database.DatabaseFault;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The stretches that await recomputation. Joins the caller's transaction. */
@ApplicationScoped
public class JpaDirtyRanges {
  /** A system may be busy with a live write; then the next one is tried. */
  private static final int CANDIDATES = 20;

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /**
   * A stretch {@code (from, to]} whose system is locked and whose mark is already removed, all in
   * this transaction.
   */
  record Claim(SystemId system, long from, long to) {}

  /**
   * Claims the next stretch of at most this length, and makes every kept window of its system
   * worthless.
   */
  Optional<Claim> claimNext(long maxSeconds) {
    try {
      Connection connection = em.unwrap(Connection.class);
      int system = lockNext(connection);
      return system == 0 ? Optional.empty() : claim(connection, system, maxSeconds);
    } catch (SQLException e) {
      throw new DatabaseFault("Claiming a dirty range", e);
    }
  }

  /** Whether any stretch of this system awaits recomputation. */
  public boolean isPending(SystemId system) {
    return !em.createNativeQuery("SELECT 1 FROM dirty_ranges WHERE system_id = ? LIMIT 1")
        .setParameter(1, system.value())
        .getResultList()
        .isEmpty();
  }

  private static int lockNext(Connection connection) throws SQLException {
    String sql =
        "SELECT l.system_id FROM system_latest l WHERE l.system_id IN"
            + " (SELECT system_id FROM (SELECT DISTINCT system_id FROM dirty_ranges ORDER BY id LIMIT "
            + CANDIDATES
            + ") d) LIMIT 1 FOR UPDATE SKIP LOCKED";
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet result = query.executeQuery()) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  private static Optional<Claim> claim(Connection connection, int system, long maxSeconds)
      throws SQLException {
    long from;
    long to;
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT MIN(from_t), MAX(to_t) FROM dirty_ranges WHERE system_id = ?")) {
      query.setInt(1, system);
      try (ResultSet result = query.executeQuery()) {
        result.next();
        from = result.getLong(1);
        to = result.getLong(2);
        if (result.wasNull()) {
          return Optional.empty();
        }
      }
    }
    long until = Math.min(to, from + maxSeconds);
    // Everything up to `until` is done by this claim; what reaches beyond is cut.
    execute(
        connection, "DELETE FROM dirty_ranges WHERE system_id = ? AND to_t <= ?", system, until);
    execute(
        connection,
        "UPDATE dirty_ranges SET from_t = GREATEST(from_t, ?) WHERE system_id = ?",
        until,
        system);
    execute(
        connection, "UPDATE system_latest SET version = version + 1 WHERE system_id = ?", system);
    return Optional.of(new Claim(new SystemId(system), from, until));
  }

  private static void execute(Connection connection, String sql, long... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setLong(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
