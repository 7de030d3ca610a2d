package energy.liveone.gap;

import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.gap.BackfillProgress.State;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders in the database. A transaction of its own each, whatever the job's is doing. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class JpaBackfills implements Backfills {
  private static final int MAX_WORDS = 255;
  private static final String SELECT =
      "SELECT id, system_id, from_day, to_day, state, days_done, rows_stored, failures, words,"
          + " execution_id, next_start_at, requested_at, ended_at FROM backfills WHERE ";

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  private final AuditLog audit;
  private final Clock clock;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected JpaBackfills() {
    this(null, Clock.systemUTC());
  }

  @Inject
  JpaBackfills(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** A new order; nothing when the system has one that is not over. */
  Optional<BackfillProgress> add(SystemId system, DayRange days) {
    try (PreparedStatement insert =
        em.unwrap(Connection.class)
            .prepareStatement(
                "INSERT INTO backfills (system_id, from_day, to_day, requested_at)"
                    + " VALUES (?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
      insert.setInt(1, system.value());
      insert.setObject(2, days.first());
      insert.setObject(3, days.last());
      insert.setObject(4, UtcTime.of(clock.instant()));
      insert.executeUpdate();
      audit.record(
          AuditAct.BACKFILL_ORDERED,
          AuditSubject.system(system.value()),
          Map.of(),
          Map.of("from", days.first(), "to", days.last()));
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return find(keys.getInt(1));
      }
    } catch (SQLIntegrityConstraintViolationException taken) {
      return Optional.empty();
    } catch (SQLException e) {
      throw new DatabaseFault("Ordering a back-fill", e);
    }
  }

  /** The newest order of a system. */
  Optional<BackfillProgress> newest(SystemId system) {
    return read(SELECT + "system_id = ? ORDER BY id DESC LIMIT 1", system.value()).stream()
        .findFirst();
  }

  @Override
  public Optional<BackfillProgress> find(int id) {
    return read(SELECT + "id = ?", id).stream().findFirst();
  }

  @Override
  public List<BackfillProgress> active() {
    return read(SELECT + "active_of IS NOT NULL ORDER BY id");
  }

  @Override
  public void running(int id, long execution) {
    update(
        "UPDATE backfills SET state = 'running', execution_id = ?, next_start_at = NULL,"
            + " words = NULL, ended_at = NULL WHERE id = ?",
        execution,
        id);
  }

  @Override
  public void advance(int id, int daysDone, int moreRows) {
    update(
        "UPDATE backfills SET days_done = ?, rows_stored = rows_stored + ?, failures = 0"
            + " WHERE id = ?",
        daysDone,
        moreRows,
        id);
  }

  @Override
  public void waiting(int id, Instant until, String words, int failures) {
    update(
        "UPDATE backfills SET state = 'waiting', next_start_at = ?, words = ?, failures = ?"
            + " WHERE id = ?",
        UtcTime.of(until),
        shortened(words),
        failures,
        id);
  }

  @Override
  public void ended(int id, State state, @Nullable String words) {
    update(
        "UPDATE backfills SET state = ?, words = ?, next_start_at = NULL, ended_at = ?"
            + " WHERE id = ?",
        state.wireName(),
        words == null ? null : shortened(words),
        UtcTime.of(clock.instant()),
        id);
  }

  private static String shortened(String words) {
    return words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS);
  }

  private void update(String sql, @Nullable Object... parameters) {
    try (PreparedStatement update = em.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setObject(i + 1, parameters[i]);
      }
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault("Updating a back-fill", e);
    }
  }

  private List<BackfillProgress> read(String sql, Object... parameters) {
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      List<BackfillProgress> orders = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          orders.add(read(row));
        }
      }
      return orders;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading back-fills", e);
    }
  }

  private static BackfillProgress read(ResultSet row) throws SQLException {
    long execution = row.getLong(10);
    Long executionOrNull = row.wasNull() ? null : Long.valueOf(execution);
    return new BackfillProgress(
        row.getInt(1),
        new SystemId(row.getInt(2)),
        new DayRange(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)),
        State.ofWireName(row.getString(5)),
        row.getInt(6),
        row.getLong(7),
        row.getInt(8),
        row.getString(9),
        executionOrNull,
        time(row, 11),
        row.getObject(12, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        time(row, 13));
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
