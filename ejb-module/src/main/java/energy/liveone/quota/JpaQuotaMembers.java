package energy.liveone.quota;

import energy.liveone.database.MultiRowStatement;
import energy.liveone.system.SystemId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which systems share which limits, within one transaction. */
final class JpaQuotaMembers {
  // A system that was deleted meanwhile, to which the foreign key objects, is no member.
  private static final MultiRowStatement ADD =
      new MultiRowStatement("INSERT IGNORE INTO quota_members (system_id, scope_key)", 2, "");

  private final Connection connection;

  JpaQuotaMembers(Connection connection) {
    this.connection = connection;
  }

  private record Member(SystemId system, ScopeKey key) {}

  /** Notes what the requesting systems share now; new credentials may have changed that. */
  void join(Collection<QuotaRequest> requests) throws SQLException {
    Map<SystemId, Set<ScopeKey>> wanted = new HashMap<>();
    for (QuotaRequest request : requests) {
      Set<ScopeKey> keys = wanted.computeIfAbsent(request.system(), id -> new HashSet<>());
      request.limits().forEach(limit -> keys.add(limit.key()));
    }
    List<Member> gone = new ArrayList<>();
    for (Member member : of(wanted.keySet())) {
      if (!wanted.getOrDefault(member.system(), Set.of()).remove(member.key())) {
        gone.add(member);
      }
    }
    remove(gone);
    ADD.execute(
        connection,
        wanted.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(key -> new Member(e.getKey(), key)))
            .toList(),
        (statement, first, member) -> {
          statement.setInt(first, member.system().value());
          statement.setBytes(first + 1, member.key().bytes());
          return first + 2;
        });
  }

  private List<Member> of(Collection<SystemId> systems) throws SQLException {
    List<Member> members = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT system_id, scope_key FROM quota_members WHERE system_id IN "
                + MultiRowStatement.inList(systems.size()))) {
      int index = 1;
      for (SystemId system : systems) {
        query.setInt(index++, system.value());
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          members.add(new Member(new SystemId(result.getInt(1)), ScopeKey.of(result.getBytes(2))));
        }
      }
    }
    return members;
  }

  private void remove(List<Member> gone) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM quota_members WHERE system_id = ? AND scope_key = ?")) {
      for (Member member : gone) {
        delete.setInt(1, member.system().value());
        delete.setBytes(2, member.key().bytes());
        delete.executeUpdate();
      }
    }
  }

  /** How many systems the schedule polls under each scope. */
  Map<ScopeKey, Integer> count(Collection<ScopeKey> keys) throws SQLException {
    Map<ScopeKey, Integer> systems = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT m.scope_key, COUNT(*) FROM quota_members m"
                + " JOIN poll_schedule p ON p.system_id = m.system_id"
                + " WHERE p.next_due_at IS NOT NULL AND m.scope_key IN "
                + MultiRowStatement.inList(keys.size())
                + " GROUP BY m.scope_key")) {
      JpaQuotaTables.bind(query, 1, keys);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          systems.put(ScopeKey.of(result.getBytes(1)), result.getInt(2));
        }
      }
    }
    return systems;
  }
}
