package energy.liveone.gap;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.UtcTime;
import energy.liveone.point.PointKey;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded gaps for reading. */
@ApplicationScoped
@Transactional
public class JpaListedGaps {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** The gaps of a system that overlap a stretch, those that end last first. */
  List<ListedGap> find(SystemId system, @Nullable GapState state, Stretch within, int limit) {
    String sql =
        "SELECT p.point_key, p.label, g.from_t, g.to_t, g.state, g.reason, g.words, g.attempts,"
            + " g.found_at, g.updated_at, g.next_attempt_at FROM gaps g"
            + " JOIN point_info p ON p.point_id = g.point_id"
            + " WHERE g.system_id = ? AND g.to_t > ? AND g.from_t < ?"
            + (state == null ? "" : " AND g.state = ?")
            + " ORDER BY g.to_t DESC, p.display_order, g.id LIMIT ?";
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      int index = 1;
      query.setInt(index++, system.value());
      query.setLong(index++, within.from());
      query.setLong(index++, within.to());
      if (state != null) {
        query.setString(index++, state.wireName());
      }
      query.setInt(index, limit);
      List<ListedGap> gaps = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          gaps.add(read(row));
        }
      }
      return gaps;
    } catch (SQLException e) {
      throw new DatabaseFault("Listing gaps", e);
    }
  }

  /** Deletes the settled gaps that were not touched since a time. */
  void forget(Instant untouchedSince) {
    em.createNativeQuery(
            "DELETE FROM gaps WHERE updated_at < ? AND next_attempt_at IS NULL LIMIT 100000")
        .setParameter(1, UtcTime.of(untouchedSince))
        .executeUpdate();
  }

  private static ListedGap read(ResultSet row) throws SQLException {
    return new ListedGap(
        new PointKey(row.getString(1)),
        row.getString(2),
        Instant.ofEpochSecond(row.getLong(3)),
        Instant.ofEpochSecond(row.getLong(4)),
        GapState.ofWireName(row.getString(5)),
        GapReason.valueOf(row.getString(6)),
        row.getString(7),
        row.getInt(8),
        time(row, 9),
        time(row, 10),
        row.getObject(11) == null ? null : time(row, 11));
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
