package energy.liveone.gap;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.UtcTime;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The recorded gaps. Joins the caller's transaction. */
@ApplicationScoped
public class JpaGaps {
  private static final String COLUMNS =
      "id, point_id, from_t, to_t, state, reason, words, attempts, found_at, next_attempt_at";
  private static final MultiRowStatement INSERT =
      new MultiRowStatement(
          "INSERT INTO gaps (system_id, point_id, from_t, to_t, state, reason, words, attempts,"
              + " found_at, updated_at, next_attempt_at)",
          11,
          "ON DUPLICATE KEY UPDATE updated_at = gaps.updated_at");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** The systems with gaps that are due, those that wait longest first. */
  List<SystemId> due(Instant now, int limit) {
    String sql =
        "SELECT system_id FROM gaps WHERE next_attempt_at <= ? GROUP BY system_id"
            + " ORDER BY MIN(next_attempt_at) LIMIT ?";
    try (PreparedStatement query = prepare(sql)) {
      query.setObject(1, UtcTime.of(now));
      query.setInt(2, limit);
      List<SystemId> systems = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          systems.add(new SystemId(row.getInt(1)));
        }
      }
      return systems;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading due gaps", e);
    }
  }

  /**
   * Takes the due gaps of a system until a lease ends; then they are due again by themselves.
   *
   * @return false when another node took them
   */
  boolean claim(SystemId system, Instant now, Instant leaseUntil) {
    String sql =
        "UPDATE gaps SET next_attempt_at = ?, updated_at = ? WHERE system_id = ?"
            + " AND next_attempt_at <= ?";
    try (PreparedStatement update = prepare(sql)) {
      update.setObject(1, UtcTime.of(leaseUntil));
      update.setObject(2, UtcTime.of(now));
      update.setInt(3, system.value());
      update.setObject(4, UtcTime.of(now));
      return update.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new DatabaseFault("Claiming gaps", e);
    }
  }

  /** The gaps of a system that a claim took, locked. */
  List<Gap> claimed(SystemId system, Instant leaseUntil) {
    return gaps(
        "SELECT "
            + COLUMNS
            + " FROM gaps WHERE system_id = ? AND next_attempt_at = ? ORDER BY id FOR UPDATE",
        system.value(),
        UtcTime.of(leaseUntil));
  }

  /** The open gaps of a system that overlap a stretch, locked. */
  List<Gap> unsettled(SystemId system, Stretch around) {
    return gaps(
        "SELECT "
            + COLUMNS
            + " FROM gaps WHERE system_id = ? AND to_t > ? AND from_t < ?"
            + " AND state IN ('open', 'filling') ORDER BY id FOR UPDATE",
        system.value(),
        around.from(),
        around.to());
  }

  /** Whether a system has any open gap. */
  boolean hasUnsettled(SystemId system) {
    return !gaps(
            "SELECT "
                + COLUMNS
                + " FROM gaps WHERE system_id = ? AND state IN ('open', 'filling') LIMIT 1",
            system.value())
        .isEmpty();
  }

  /** The filled gaps of a point that touch a stretch, locked. */
  List<Gap> filled(int point, Stretch around) {
    return gaps(
        "SELECT "
            + COLUMNS
            + " FROM gaps WHERE point_id = ? AND from_t <= ? AND to_t >= ? AND state = 'filled'"
            + " ORDER BY id FOR UPDATE",
        point,
        around.to(),
        around.from());
  }

  /** Records gaps; one that is known stays as it is. */
  void add(SystemId system, List<Gap> found, Instant now) {
    try {
      INSERT.execute(
          em.unwrap(Connection.class),
          found,
          (statement, first, gap) -> bind(statement, first, system, gap, now));
    } catch (SQLException e) {
      throw new DatabaseFault("Recording gaps", e);
    }
  }

  /** Replaces rows. */
  void replace(SystemId system, GapsOfPoint change, Instant now) {
    if (!change.gone().isEmpty()) {
      String sql = "DELETE FROM gaps WHERE id IN " + MultiRowStatement.inList(change.gone().size());
      try (PreparedStatement delete = prepare(sql)) {
        int index = 1;
        for (Gap gap : change.gone()) {
          delete.setLong(index++, gap.id());
        }
        delete.executeUpdate();
      } catch (SQLException e) {
        throw new DatabaseFault("Replacing gaps", e);
      }
    }
    add(system, change.now(), now);
  }

  /** Writes what became of a recorded gap. */
  void update(Gap gap, Instant now) {
    String sql =
        "UPDATE gaps SET state = ?, reason = ?, words = ?, attempts = ?, next_attempt_at = ?,"
            + " updated_at = ? WHERE id = ?";
    try (PreparedStatement update = prepare(sql)) {
      update.setString(1, gap.state().wireName());
      update.setString(2, gap.reason().name());
      update.setString(3, gap.words());
      update.setInt(4, gap.attempts());
      update.setObject(5, gap.nextAttempt() == null ? null : UtcTime.of(gap.nextAttempt()));
      update.setObject(6, UtcTime.of(now));
      update.setLong(7, gap.id());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault("Updating a gap", e);
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return em.unwrap(Connection.class).prepareStatement(sql);
  }

  private List<Gap> gaps(String sql, Object... parameters) {
    try (PreparedStatement query = prepare(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      List<Gap> gaps = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          gaps.add(read(row));
        }
      }
      return gaps;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading gaps", e);
    }
  }

  private static Gap read(ResultSet row) throws SQLException {
    LocalDateTime next = row.getObject(10, LocalDateTime.class);
    return new Gap(
        row.getLong(1),
        row.getInt(2),
        new Stretch(row.getLong(3), row.getLong(4)),
        GapState.ofWireName(row.getString(5)),
        GapReason.valueOf(row.getString(6)),
        row.getString(7),
        row.getInt(8),
        row.getObject(9, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        next == null ? null : next.toInstant(ZoneOffset.UTC));
  }

  private static int bind(
      PreparedStatement statement, int first, SystemId system, Gap gap, Instant now)
      throws SQLException {
    int index = first;
    statement.setInt(index++, system.value());
    statement.setInt(index++, gap.point());
    statement.setLong(index++, gap.stretch().from());
    statement.setLong(index++, gap.stretch().to());
    statement.setString(index++, gap.state().wireName());
    statement.setString(index++, gap.reason().name());
    statement.setString(index++, gap.words());
    statement.setInt(index++, gap.attempts());
    statement.setObject(index++, UtcTime.of(gap.foundAt()));
    statement.setObject(index++, UtcTime.of(now));
    statement.setObject(index++, gap.nextAttempt() == null ? null : UtcTime.of(gap.nextAttempt()));
    return index;
  }
}
