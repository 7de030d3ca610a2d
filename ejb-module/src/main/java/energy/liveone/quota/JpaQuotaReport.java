package energy.liveone.quota;

import energy.liveone.database.DatabaseFault;
import energy.liveone.quota.LimitUse.Slot;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.QuotaLimit.Scope;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the ledger for people, without any lock. */
@ApplicationScoped
public class JpaQuotaReport {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** A scope with those who share it. */
  record ScopeLine(
      ScopeKey key,
      VendorType vendor,
      Scope scope,
      @Nullable Instant blockedUntil,
      int systems,
      int waiting,
      @Nullable Instant nextPoll) {}

  /** The scopes that most systems share come first. */
  @Transactional
  public List<ScopeLine> scopes(int most) {
    try {
      return scopes(em.unwrap(Connection.class), most);
    } catch (SQLException e) {
      throw new DatabaseFault("Reading the ledger", e);
    }
  }

  /** The scopes whose limits a system shares; none before its first poll. */
  @Transactional
  public Set<ScopeKey> scopesOf(SystemId system) {
    try (PreparedStatement query =
        em.unwrap(Connection.class)
            .prepareStatement("SELECT scope_key FROM quota_members WHERE system_id = ?")) {
      query.setInt(1, system.value());
      Set<ScopeKey> keys = new HashSet<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          keys.add(ScopeKey.of(result.getBytes(1)));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading the ledger", e);
    }
  }

  /** What was used of a limit. */
  @Transactional
  public LimitUse use(ScopedLimit limit, Instant now) {
    try {
      return use(em.unwrap(Connection.class), limit, now);
    } catch (SQLException e) {
      throw new DatabaseFault("Reading the ledger", e);
    }
  }

  static List<ScopeLine> scopes(Connection connection, int most) throws SQLException {
    String sql =
        "SELECT q.scope_key, q.vendor_type, q.scope, q.blocked_until, COUNT(p.system_id),"
            + " COALESCE(SUM(p.waits_for = 'quota'), 0), MIN(p.next_due_at)"
            + " FROM quota_scopes q LEFT JOIN quota_members m ON m.scope_key = q.scope_key"
            + " LEFT JOIN poll_schedule p"
            + " ON p.system_id = m.system_id AND p.next_due_at IS NOT NULL"
            + " GROUP BY q.scope_key"
            + " ORDER BY FIELD(q.scope, 'application', 'credential', 'site'), q.vendor_type,"
            + " COUNT(p.system_id) DESC, q.scope_key LIMIT ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, most);
      List<ScopeLine> lines = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          lines.add(
              new ScopeLine(
                  ScopeKey.of(result.getBytes(1)),
                  new VendorType(result.getString(2)),
                  Scope.valueOf(result.getString(3).toUpperCase(Locale.ROOT)),
                  time(result, 4),
                  result.getInt(5),
                  result.getInt(6),
                  time(result, 7)));
        }
      }
      return lines;
    }
  }

  static LimitUse use(Connection connection, ScopedLimit limit, Instant now) throws SQLException {
    String sql =
        "SELECT slot, scheduled, extra, polls FROM quota_slots"
            + " WHERE scope_key = ? AND window_s = ? AND slot >= ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setBytes(1, limit.key().bytes());
      query.setInt(2, limit.windowSeconds());
      query.setLong(3, new SlotGrid(limit.limit()).firstThatCounts(now));
      Map<Long, Slot> slots = new HashMap<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          slots.put(
              result.getLong(1), new Slot(result.getInt(2), result.getInt(3), result.getInt(4)));
        }
      }
      return new LimitUse(limit.limit(), slots);
    }
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
