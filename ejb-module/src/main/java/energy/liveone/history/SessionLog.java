package energy.liveone.history;

import energy.liveone.access.RequireAdmin;
import energy.liveone.database.DatabaseFault;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The log of all attempts to get data. */
@ApplicationScoped
public class SessionLog {
  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  /** Attempts that fit, newest first. */
  @RequireAdmin
  public List<SessionEntry> find(SessionQuery wanted) {
    Conditions where = new Conditions();
    where.add("system_id = ?", wanted.system().map(system -> (Object) system.value()).orElse(null));
    where.add("vendor_type = ?", wanted.vendorTypeOrNull());
    where.add("successful = ?", wanted.successfulOrNull());
    where.add("cause = ?", wanted.causeOrNull());
    where.add("error_code = ?", wanted.errorCodeOrNull());
    where.add("started >= ?", seconds(wanted.fromOrNull()));
    where.add("started <= ?", seconds(wanted.toOrNull()));
    where.add("id < ?", wanted.beforeIdOrNull());
    String sql =
        "SELECT id, system_id, vendor_type, system_name, cause, started, started_ms, duration_ms,"
            + " successful, error_code, error, label, response, num_rows FROM sessions"
            + where.sql()
            + " ORDER BY started DESC, id DESC LIMIT "
            + wanted.limit();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < where.parameters.size(); i++) {
        statement.setObject(i + 1, where.parameters.get(i));
      }
      List<SessionEntry> entries = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(entry(rows));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading the log of attempts", e);
    }
  }

  private static SessionEntry entry(ResultSet row) throws SQLException {
    return new SessionEntry(
        row.getLong(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6) * 1000 + row.getInt(7),
        row.getObject(8, Long.class),
        row.getBoolean(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getObject(14, Long.class));
  }

  private static @Nullable Long seconds(@Nullable Instant time) {
    return time == null ? null : Long.valueOf(time.getEpochSecond());
  }

  /** A WHERE clause of fixed texts with parameters. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    void add(String text, @Nullable Object parameter) {
      if (parameter != null) {
        texts.add(text);
        parameters.add(parameter);
      }
    }

    String sql() {
      return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    }
  }
}
