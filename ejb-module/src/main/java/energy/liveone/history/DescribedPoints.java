package energy.liveone.history;

import energy.liveone.access.SystemAccess;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;

/**
 * The points of systems by plain SQL, kept per node as long as the system's {@code config_version}
 * stays: latest values are asked for more than anything else.
 */
@ApplicationScoped
public class DescribedPoints {
  private static final String POINTS =
      "SELECT system_id, point_id, point_key, label, unit, metric_type, number_class, subsystem, type,"
          + " display_order, visible, is_active FROM point_info WHERE system_id IN ";
  private static final String IN_ORDER = " ORDER BY display_order, point_id";

  private final ConcurrentMap<Integer, Kept> kept = new ConcurrentHashMap<>();

  @Resource(lookup = "java:app/jdbc/liveone")
  private DataSource dataSource;

  private record Kept(int configVersion, List<DescribedPoint> points) {}

  /** The points of each system in display order. */
  Map<SystemId, List<DescribedPoint>> of(List<SystemAccess> systems) {
    Map<SystemId, List<DescribedPoint>> points = new HashMap<>();
    Map<Integer, Integer> stale = new HashMap<>();
    for (SystemAccess system : systems) {
      Kept known = kept.get(system.system().value());
      if (known != null && known.configVersion() == system.configVersion()) {
        points.put(system.system(), known.points());
      } else {
        stale.put(system.system().value(), system.configVersion());
      }
    }
    if (!stale.isEmpty()) {
      read(stale.keySet())
          .forEach(
              (system, own) -> {
                // The version was read first: points newer than it are read again next time.
                kept.put(system, new Kept(stale.getOrDefault(system, 0), own));
                points.put(new SystemId(system), own);
              });
    }
    return points;
  }

  private Map<Integer, List<DescribedPoint>> read(Collection<Integer> systems) {
    Map<Integer, List<DescribedPoint>> points = new HashMap<>();
    systems.forEach(system -> points.put(system, new ArrayList<>()));
    String sql = POINTS + MultiRowStatement.inList(systems.size()) + IN_ORDER;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (int system : systems) {
        query.setInt(index++, system);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          points.computeIfAbsent(row.getInt(1), id -> new ArrayList<>()).add(point(row));
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
