package energy.liveone.polling;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.UtcTime;
import energy.liveone.system.OptionsConverter;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who polls which systems. A claim moves {@code next_due_at} to the end of its lease, so a claimed
 * system is simply not due, and becomes due by itself when the node that claimed it dies.
 */
@ApplicationScoped
public class JpaPollClaims {
  private static final OptionsConverter TEXTS = new OptionsConverter();

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /**
   * Claims the systems that are due longest, skipping those that another node is claiming right
   * now.
   */
  @Transactional(TxType.REQUIRES_NEW)
  List<ClaimedSystem> claimDue(Instant now, int limit, String node, Instant leaseUntil) {
    String sql =
        "SELECT system_id, next_due_at FROM poll_schedule WHERE next_due_at <= ?"
            + " ORDER BY next_due_at LIMIT ? FOR UPDATE SKIP LOCKED";
    return claim(
        sql,
        query -> {
          query.setObject(1, UtcTime.of(now));
          query.setInt(2, limit);
        },
        node,
        leaseUntil);
  }

  /** Claims these systems whether due or not, except those that are being polled already. */
  @Transactional(TxType.REQUIRES_NEW)
  List<ClaimedSystem> claimNow(
      List<SystemId> systems, Instant now, String node, Instant leaseUntil) {
    if (systems.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT system_id, next_due_at FROM poll_schedule WHERE system_id IN "
            + MultiRowStatement.inList(systems.size())
            + " AND next_due_at IS NOT NULL AND (lease_until IS NULL OR lease_until < ?)"
            + " ORDER BY system_id FOR UPDATE SKIP LOCKED";
    return claim(
        sql,
        query -> {
          int index = 1;
          for (SystemId system : systems) {
            query.setInt(index++, system.value());
          }
          query.setObject(index, UtcTime.of(now));
        },
        node,
        leaseUntil);
  }

  @FunctionalInterface
  private interface Binder {
    void bind(PreparedStatement query) throws SQLException;
  }

  private List<ClaimedSystem> claim(String sql, Binder binder, String node, Instant leaseUntil) {
    try {
      Connection connection = em.unwrap(Connection.class);
      Map<Integer, Instant> due = new LinkedHashMap<>();
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        binder.bind(query);
        try (ResultSet result = query.executeQuery()) {
          while (result.next()) {
            due.put(
                result.getInt(1),
                result.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
          }
        }
      }
      if (due.isEmpty()) {
        return List.of();
      }
      lease(connection, due.keySet(), node, leaseUntil);
      return describe(connection, due);
    } catch (SQLException e) {
      throw new DatabaseFault("Claiming systems", e);
    }
  }

  private static void lease(
      Connection connection, Collection<Integer> ids, String node, Instant leaseUntil)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE poll_schedule SET next_due_at = ?, lease_until = ?, lease_owner = ?"
                + " WHERE system_id IN "
                + MultiRowStatement.inList(ids.size()))) {
      update.setObject(1, UtcTime.of(leaseUntil));
      update.setObject(2, UtcTime.of(leaseUntil));
      update.setString(3, node);
      int index = 4;
      for (int id : ids) {
        update.setInt(index++, id);
      }
      update.executeUpdate();
    }
  }

  private static List<ClaimedSystem> describe(Connection connection, Map<Integer, Instant> due)
      throws SQLException {
    List<ClaimedSystem> claimed = new ArrayList<>(due.size());
    String sql =
        "SELECT s.id, s.vendor_type, s.vendor_site_id, s.display_name, s.display_timezone,"
            + " s.options, p.failures, s.latitude_deg, s.longitude_deg, p.memory, s.grant_id"
            + " FROM systems s JOIN poll_schedule p ON p.system_id = s.id WHERE s.id IN "
            + MultiRowStatement.inList(due.size());
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (int id : due.keySet()) {
        query.setInt(index++, id);
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          SystemId id = new SystemId(result.getInt(1));
          claimed.add(
              new ClaimedSystem(
                  id,
                  new VendorType(result.getString(2)),
                  result.getString(4),
                  VendorView.of(
                      VendorView.sessionKey(id, result.getObject(11, Integer.class)),
                      result.getString(3),
                      ZoneId.of(result.getString(5)),
                      result.getObject(8, Double.class),
                      result.getObject(9, Double.class),
                      TEXTS.convertToEntityAttribute(result.getString(6))),
                  result.getInt(7),
                  due.getOrDefault(id.value(), Instant.EPOCH),
                  TEXTS.convertToEntityAttribute(result.getString(10))));
        }
      }
    }
    return claimed;
  }
}
