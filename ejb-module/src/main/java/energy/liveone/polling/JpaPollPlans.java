package energy.liveone.polling;

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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the schedule has planned, for those who show it. */
@ApplicationScoped
public class JpaPollPlans {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** The line of one system. */
  @Transactional
  public PlannedPoll line(SystemId system) {
    try (PreparedStatement query =
        em.unwrap(Connection.class)
            .prepareStatement(
                "SELECT next_due_at, lease_until, lease_owner, failures, last_attempt_at,"
                    + " last_success_at, waits_for FROM poll_schedule WHERE system_id = ?")) {
      query.setInt(1, system.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? line(row) : PlannedPoll.NONE;
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading the schedule", e);
    }
  }

  private static PlannedPoll line(ResultSet row) throws SQLException {
    String waitsFor = row.getString(7);
    return new PlannedPoll(
        UtcTime.in(row, 1),
        UtcTime.in(row, 2),
        row.getString(3),
        row.getInt(4),
        UtcTime.in(row, 5),
        UtcTime.in(row, 6),
        waitsFor == null ? null : WaitsFor.ofWireName(waitsFor));
  }

  /**
   * When systems are polled next. Left out are those that are not polled, whose last poll failed,
   * or whose vendor fails: their silence is not planned.
   */
  @Transactional
  public Map<SystemId, Instant> of(List<SystemId> systems) {
    if (systems.isEmpty()) {
      return Map.of();
    }
    String sql =
        "SELECT system_id, next_due_at FROM poll_schedule WHERE next_due_at IS NOT NULL"
            + " AND failures = 0 AND (waits_for IS NULL OR waits_for = 'quota')"
            + " AND system_id IN "
            + MultiRowStatement.inList(systems.size());
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      int index = 1;
      for (SystemId system : systems) {
        query.setInt(index++, system.value());
      }
      Map<SystemId, Instant> plans = new HashMap<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          plans.put(
              new SystemId(result.getInt(1)),
              result.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
        }
      }
      return plans;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading the schedule", e);
    }
  }
}
