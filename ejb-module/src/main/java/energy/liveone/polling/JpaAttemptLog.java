package energy.liveone.polling;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of attempts. Joins the caller's transaction, so that a success is on record exactly when
 * its readings are.
 */
@ApplicationScoped
public class JpaAttemptLog {
  private static final int MAX_ERROR = 500;
  private static final int MAX_LABEL = 64;
  private static final MultiRowStatement INSERT =
      new MultiRowStatement(
          "INSERT INTO sessions (system_id, vendor_type, system_name, cause, started, started_ms,"
              + " duration_ms, successful, error_code, error, label, response, num_rows)",
          13,
          "");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** Adds attempts. */
  void add(List<Attempt> attempts) {
    try {
      INSERT.execute(em.unwrap(Connection.class), attempts, JpaAttemptLog::bind);
    } catch (SQLException e) {
      throw new DatabaseFault("Logging attempts", e);
    }
  }

  private static int bind(PreparedStatement statement, int first, Attempt attempt)
      throws SQLException {
    int index = first;
    statement.setInt(index++, attempt.system().value());
    statement.setString(index++, attempt.vendor().value());
    statement.setString(index++, attempt.systemName());
    statement.setString(index++, attempt.cause().name());
    statement.setLong(index++, attempt.started().getEpochSecond());
    statement.setInt(index++, (int) (attempt.started().toEpochMilli() % 1000));
    statement.setLong(index++, attempt.duration().toMillis());
    statement.setBoolean(index++, attempt.successful());
    statement.setString(index++, attempt.errorCode());
    statement.setString(index++, atMost(MAX_ERROR, attempt.error()));
    statement.setString(index++, atMost(MAX_LABEL, attempt.label()));
    statement.setString(index++, attempt.response());
    statement.setInt(index++, attempt.rows());
    return index;
  }

  private static @Nullable String atMost(int length, @Nullable String text) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
