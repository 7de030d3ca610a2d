package energy.liveone.bench;

import energy.liveone.bench.driver.Payload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One connection with statements that are prepared once, and the ids of all points at hand. */
final class BareDatabase {
  private final Connection connection;
  private final Map<Integer, int[]> pointIds;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  BareDatabase(Connection connection, Map<Integer, int[]> pointIds) {
    this.connection = connection;
    this.pointIds = pointIds;
  }

  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  int point(int system, String key) {
    return pointIds.get(system)[Payload.KEYS.indexOf(key)];
  }
}
