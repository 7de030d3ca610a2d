package energy.liveone.history;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointId;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The points of systems by plain SQL: latest values are asked for more than anything else. */
@ApplicationScoped
public class DescribedPoints {
  private static final String SELECT =
      "SELECT system_id, point_id, point_key, label, unit, metric_type, number_class, subsystem, type,"
          + " display_order, visible, is_active FROM point_info WHERE system_id IN ";

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  /** The points of each system in display order. */
  Map<SystemId, List<DescribedPoint>> of(List<SystemId> systems) {
    Map<SystemId, List<DescribedPoint>> points = new HashMap<>();
    String sql =
        SELECT + MultiRowStatement.inList(systems.size()) + " ORDER BY display_order, point_id";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < systems.size(); i++) {
        query.setInt(i + 1, systems.get(i).value());
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          points
              .computeIfAbsent(new SystemId(row.getInt(1)), system -> new ArrayList<>())
              .add(point(row));
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading points", e);
    }
    return points;
  }

  private static DescribedPoint point(ResultSet row) throws SQLException {
    return new DescribedPoint(
        new PointId(row.getInt(2)),
        new PointKey(row.getString(3)),
        row.getString(4),
        row.getString(5),
        MetricType.ofWireName(row.getString(6)),
        NumberClass.ofWireName(row.getString(7)),
        row.getString(8),
        row.getString(9),
        row.getInt(10),
        row.getBoolean(11),
        row.getBoolean(12));
  }
}
