package energy.liveone.polling;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.UtcTime;
import energy.liveone.system.OptionsConverter;
import energy.liveone.system.SystemId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When systems are polled: what attempts mean for it, and who has to come back later. */
@ApplicationScoped
public class JpaPollSchedule {
  private static final OptionsConverter TEXTS = new OptionsConverter();

  /** A system that was paused while it was being polled stays so. */
  private static final String UNLESS_STOPPED =
      " next_due_at = IF(next_due_at IS NULL, NULL, VALUES(next_due_at)),";

  private static final MultiRowStatement COMPLETE =
      new MultiRowStatement(
          "INSERT INTO poll_schedule"
              + " (system_id, next_due_at, failures, last_attempt_at, last_success_at)",
          5,
          "ON DUPLICATE KEY UPDATE"
              + UNLESS_STOPPED
              + " lease_until = NULL,"
              + " lease_owner = NULL, waits_for = NULL, failures = VALUES(failures),"
              + " last_attempt_at = VALUES(last_attempt_at),"
              + " last_success_at = COALESCE(VALUES(last_success_at), last_success_at)");

  private static final MultiRowStatement POSTPONE =
      new MultiRowStatement(
          "INSERT IGNORE INTO poll_schedule (system_id, next_due_at, waits_for)",
          3,
          "ON DUPLICATE KEY UPDATE"
              + UNLESS_STOPPED
              + " lease_until = NULL,"
              + " lease_owner = NULL, waits_for = VALUES(waits_for)");

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
   * A claim that was given back without an attempt.
   *
   * @param waitsFor why it waits longer than its rhythm; null when it merely comes back
   */
  record Postponed(SystemId system, Instant nextDue, @Nullable WaitsFor waitsFor) {}

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

  /** Gives claims back without an attempt; systems that are deleted by now stay so. */
  @Transactional(TxType.REQUIRES_NEW)
  void postpone(List<Postponed> systems) {
    giveBack(systems);
  }

  /** Gives claims back within the caller's transaction. */
  void giveBack(List<Postponed> systems) {
    try {
      POSTPONE.execute(
          em.unwrap(Connection.class),
          systems,
          (statement, first, postponed) -> {
            statement.setInt(first, postponed.system().value());
            statement.setObject(first + 1, UtcTime.of(postponed.nextDue()));
            statement.setString(
                first + 2, postponed.waitsFor() == null ? null : postponed.waitsFor().wireName());
            return first + 3;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Postponing systems", e);
    }
  }

  /** Keeps what adapters noted. Joins the caller's transaction. */
  void remember(Map<SystemId, Map<String, String>> memories) {
    if (memories.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        em.unwrap(Connection.class)
            .prepareStatement("UPDATE poll_schedule SET memory = ? WHERE system_id = ?")) {
      for (Map.Entry<SystemId, Map<String, String>> memory : memories.entrySet()) {
        update.setString(1, TEXTS.convertToDatabaseColumn(memory.getValue()));
        update.setInt(2, memory.getKey().value());
        update.executeUpdate();
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Keeping what adapters noted", e);
    }
  }
}
