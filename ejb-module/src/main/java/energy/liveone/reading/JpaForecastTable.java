package energy.liveone.reading;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.UtcTime;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forecasts: of each interval the newest one. Joins the caller's transaction. */
@ApplicationScoped
public class JpaForecastTable {
  private static final MultiRowStatement UPSERT =
      new MultiRowStatement(
          "INSERT INTO forecasts (point_id, interval_end, length_s, value, low, high, issued_at)",
          7,
          "ON DUPLICATE KEY UPDATE length_s = VALUES(length_s), value = VALUES(value),"
              + " low = VALUES(low), high = VALUES(high), issued_at = VALUES(issued_at)");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** Stores forecasts, replacing older ones of the same interval. */
  void upsert(List<StoredForecast> forecasts) {
    try {
      UPSERT.execute(em.unwrap(Connection.class), forecasts, JpaForecastTable::bind);
    } catch (SQLException e) {
      throw new DatabaseFault("Storing forecasts", e);
    }
  }

  /** The forecasts of a system for intervals that end after a time, by point, ascending. */
  @Transactional
  public List<StoredForecast> after(SystemId system, Instant time) {
    String sql =
        "SELECT f.point_id, f.interval_end, f.length_s, f.value, f.low, f.high, f.issued_at"
            + " FROM point_info p JOIN forecasts f ON f.point_id = p.point_id"
            + " WHERE p.system_id = ? AND f.interval_end > ? ORDER BY f.point_id, f.interval_end";
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      query.setInt(1, system.value());
      query.setLong(2, time.getEpochSecond());
      List<StoredForecast> forecasts = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          forecasts.add(read(result));
        }
      }
      return forecasts;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading forecasts", e);
    }
  }

  private static StoredForecast read(ResultSet result) throws SQLException {
    return new StoredForecast(
        result.getInt(1),
        Instant.ofEpochSecond(result.getLong(2)),
        Duration.ofSeconds(result.getLong(3)),
        result.getDouble(4),
        result.getObject(5, Double.class),
        result.getObject(6, Double.class),
        result.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }

  private static int bind(PreparedStatement statement, int first, StoredForecast forecast)
      throws SQLException {
    int index = first;
    statement.setInt(index++, forecast.pointId());
    statement.setLong(index++, forecast.end().getEpochSecond());
    statement.setLong(index++, forecast.length().toSeconds());
    statement.setDouble(index++, forecast.value());
    set(statement, index++, forecast.low());
    set(statement, index++, forecast.high());
    statement.setObject(index++, UtcTime.of(forecast.issuedAt()));
    return index;
  }

  private static void set(PreparedStatement statement, int index, @Nullable Double value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.DOUBLE);
    } else {
      statement.setDouble(index, value);
    }
  }
}
