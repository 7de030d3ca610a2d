package energy.liveone.polling;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.UtcTime;
import energy.liveone.system.OptionsConverter;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.VendorSystem;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When systems are polled. A claim moves {@code next_due_at} to the end of its lease, so a claimed
 * system is simply not due, and becomes due by itself when the node that claimed it dies.
 */
@ApplicationScoped
public class JpaPollSchedule {
  private static final OptionsConverter OPTIONS = new OptionsConverter();
  private static final MultiRowStatement COMPLETE =
      new MultiRowStatement(
          "INSERT INTO poll_schedule"
              + " (system_id, next_due_at, failures, last_attempt_at, last_success_at)",
          5,
          "ON DUPLICATE KEY UPDATE next_due_at = VALUES(next_due_at), lease_until = NULL,"
              + " lease_owner = NULL, failures = VALUES(failures),"
              + " last_attempt_at = VALUES(last_attempt_at),"
              + " last_success_at = COALESCE(VALUES(last_success_at), last_success_at)");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /**
   * What an attempt means for the schedule.
   *
   * @param nextDue null when it is not polled any more
   * @param failures failed attempts in a row
   * @param success whether this attempt succeeded
   */
  record Completion(
      SystemId system, @Nullable Instant nextDue, int failures, Instant attempt, boolean success) {}

  /**
   * Claims the systems that are due longest, skipping those that another node is claiming right
   * now.
   */
  @Transactional(TxType.REQUIRES_NEW)
  List<ClaimedSystem> claimDue(Instant now, int limit, String node, Instant leaseUntil) {
    String sql =
        "SELECT system_id FROM poll_schedule WHERE next_due_at <= ?"
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
        "SELECT system_id FROM poll_schedule WHERE system_id IN "
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

  /** All systems that are polled, by id. */
  @Transactional
  List<SystemId> scheduled() {
    try (PreparedStatement query =
            em.unwrap(Connection.class)
                .prepareStatement(
                    "SELECT system_id FROM poll_schedule WHERE next_due_at IS NOT NULL"
                        + " ORDER BY system_id");
        ResultSet result = query.executeQuery()) {
      List<SystemId> systems = new ArrayList<>();
      while (result.next()) {
        systems.add(new SystemId(result.getInt(1)));
      }
      return systems;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading the schedule", e);
    }
  }

  /** Ends claims. Joins the caller's transaction; the systems must exist. */
  void complete(List<Completion> completions) {
    try {
      COMPLETE.execute(
          em.unwrap(Connection.class),
          completions,
          (statement, first, completion) -> {
            LocalDateTime attempt = UtcTime.of(completion.attempt());
            statement.setInt(first, completion.system().value());
            statement.setObject(
                first + 1, completion.nextDue() == null ? null : UtcTime.of(completion.nextDue()));
            statement.setInt(first + 2, completion.failures());
            statement.setObject(first + 3, attempt);
            statement.setObject(first + 4, completion.success() ? attempt : null);
            return first + 5;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Updating the schedule", e);
    }
  }

  /** Gives claims back without an attempt. */
  @Transactional(TxType.REQUIRES_NEW)
  void release(List<SystemId> systems, Instant nextDue) {
    if (systems.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        em.unwrap(Connection.class)
            .prepareStatement(
                "UPDATE poll_schedule SET next_due_at = ?, lease_until = NULL, lease_owner = NULL"
                    + " WHERE system_id IN "
                    + MultiRowStatement.inList(systems.size()))) {
      update.setObject(1, UtcTime.of(nextDue));
      int index = 2;
      for (SystemId system : systems) {
        update.setInt(index++, system.value());
      }
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault("Releasing systems", e);
    }
  }

  @FunctionalInterface
  private interface Binder {
    void bind(PreparedStatement query) throws SQLException;
  }

  private List<ClaimedSystem> claim(String sql, Binder binder, String node, Instant leaseUntil) {
    try {
      Connection connection = em.unwrap(Connection.class);
      List<Integer> ids = new ArrayList<>();
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        binder.bind(query);
        try (ResultSet result = query.executeQuery()) {
          while (result.next()) {
            ids.add(result.getInt(1));
          }
        }
      }
      if (ids.isEmpty()) {
        return List.of();
      }
      lease(connection, ids, node, leaseUntil);
      return describe(connection, ids);
    } catch (SQLException e) {
      throw new DatabaseFault("Claiming systems", e);
    }
  }

  private static void lease(
      Connection connection, List<Integer> ids, String node, Instant leaseUntil)
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

  private static List<ClaimedSystem> describe(Connection connection, List<Integer> ids)
      throws SQLException {
    List<ClaimedSystem> claimed = new ArrayList<>(ids.size());
    String sql =
        "SELECT s.id, s.vendor_type, s.vendor_site_id, s.display_name, s.display_timezone,"
            + " s.options, p.failures FROM systems s JOIN poll_schedule p ON p.system_id = s.id"
            + " WHERE s.id IN "
            + MultiRowStatement.inList(ids.size());
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (int id : ids) {
        query.setInt(index++, id);
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          claimed.add(
              new ClaimedSystem(
                  new SystemId(result.getInt(1)),
                  new VendorType(result.getString(2)),
                  result.getString(4),
                  new VendorSystem(
                      "system:" + result.getInt(1),
                      result.getString(3),
                      ZoneId.of(result.getString(5)),
                      OPTIONS.convertToEntityAttribute(result.getString(6))),
                  result.getInt(7)));
        }
      }
    }
    return claimed;
  }
}
