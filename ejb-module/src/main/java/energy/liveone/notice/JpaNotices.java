package energy.liveone.notice;

import energy.liveone.database.DatabaseFault;
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

/** Notices in the database. Joins the caller's transaction. */
@ApplicationScoped
public class JpaNotices {
  private static final int MAX_DETAIL = 255;

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** Tells the owner of a system something of it. */
  public void tellOwner(SystemId system, String code, String detail, Instant now) {
    em.createNativeQuery(
            "INSERT INTO notices (account_id, system_id, code, detail, created_at)"
                + " SELECT owner_account_id, id, ?, ?, ? FROM systems WHERE id = ?")
        .setParameter(1, code)
        .setParameter(2, detail.substring(0, Math.min(detail.length(), MAX_DETAIL)))
        .setParameter(3, UtcTime.of(now))
        .setParameter(4, system.value())
        .executeUpdate();
  }

  /** Tells the owner of a system something of it, unless that was told and not withdrawn. */
  public void tellOwnerOnce(SystemId system, String code, String detail, Instant now) {
    em.createNativeQuery(
            "INSERT INTO notices (account_id, system_id, code, detail, created_at)"
                + " SELECT owner_account_id, id, ?, ?, ? FROM systems WHERE id = ?"
                + " AND NOT EXISTS (SELECT 1 FROM notices WHERE system_id = ? AND code = ?)")
        .setParameter(1, code)
        .setParameter(2, detail)
        .setParameter(3, UtcTime.of(now))
        .setParameter(4, system.value())
        .setParameter(5, system.value())
        .setParameter(6, code)
        .executeUpdate();
  }

  /** What was told turned out to be over; it is gone, read or not. */
  public void withdraw(SystemId system, String code) {
    em.createNativeQuery("DELETE FROM notices WHERE system_id = ? AND code = ?")
        .setParameter(1, system.value())
        .setParameter(2, code)
        .executeUpdate();
  }

  /** What was told of a system needs nobody's attention any more. */
  public void settle(SystemId system, Instant now) {
    em.createNativeQuery("UPDATE notices SET read_at = ? WHERE system_id = ? AND read_at IS NULL")
        .setParameter(1, UtcTime.of(now))
        .setParameter(2, system.value())
        .executeUpdate();
  }

  /** Marks a notice of this account as read; whether there is such a notice. */
  boolean read(int account, long notice, Instant now) {
    em.createNativeQuery(
            "UPDATE notices SET read_at = COALESCE(read_at, ?) WHERE id = ? AND account_id = ?")
        .setParameter(1, UtcTime.of(now))
        .setParameter(2, notice)
        .setParameter(3, account)
        .executeUpdate();
    return !em.createNativeQuery("SELECT id FROM notices WHERE id = ? AND account_id = ?")
        .setParameter(1, notice)
        .setParameter(2, account)
        .getResultList()
        .isEmpty();
  }

  /** The notices of an account, unread first, then newest first. */
  List<Notice> of(int account, boolean unreadOnly, int limit) {
    String sql =
        "SELECT n.id, n.system_id, s.display_name, n.code, n.detail, n.created_at, n.read_at"
            + " FROM notices n LEFT JOIN systems s ON s.id = n.system_id WHERE n.account_id = ?"
            + (unreadOnly ? " AND n.read_at IS NULL" : "")
            + " ORDER BY n.read_at IS NOT NULL, n.created_at DESC, n.id DESC LIMIT ?";
    try (PreparedStatement query = em.unwrap(Connection.class).prepareStatement(sql)) {
      query.setInt(1, account);
      query.setInt(2, limit);
      List<Notice> notices = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          notices.add(notice(result));
        }
      }
      return notices;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading notices", e);
    }
  }

  private static Notice notice(ResultSet row) throws SQLException {
    Integer system = row.getObject(2, Integer.class);
    String detail = row.getString(5);
    LocalDateTime read = row.getObject(7, LocalDateTime.class);
    return new Notice(
        row.getLong(1),
        system == null ? null : new SystemId(system),
        row.getString(3),
        row.getString(4),
        detail == null ? "" : detail,
        row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        read == null ? null : read.toInstant(ZoneOffset.UTC));
  }
}
