package energy.liveone.reading;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointSource;
import energy.liveone.point.Transform;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The catalogue from the database, kept per node as long as the system's {@code config_version}
 * stays.
 */
@ApplicationScoped
public class JpaPointCatalog implements PointCatalog {
  private final ConcurrentMap<Integer, CollectedSystem> kept = new ConcurrentHashMap<>();

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public Map<Integer, CollectedSystem> of(Collection<Integer> systems) {
    Map<Integer, CollectedSystem> found = new HashMap<>();
    if (systems.isEmpty()) {
      return found;
    }
    try {
      Connection connection = em.unwrap(Connection.class);
      List<CollectedSystem> stale = new ArrayList<>();
      for (CollectedSystem system : heads(connection, systems)) {
        CollectedSystem known = kept.get(system.id());
        if (known != null && known.configVersion() == system.configVersion()) {
          found.put(system.id(), known);
        } else {
          stale.add(system);
        }
      }
      for (CollectedSystem system : withPoints(connection, stale)) {
        kept.put(system.id(), system);
        found.put(system.id(), system);
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading systems and points", e);
    }
  }

  @Override
  public void forget(SystemId system) {
    kept.remove(system.value());
  }

  private static List<CollectedSystem> heads(Connection connection, Collection<Integer> systems)
      throws SQLException {
    List<CollectedSystem> heads = new ArrayList<>(systems.size());
    String sql =
        "SELECT id, config_version, display_timezone, sample_cadence_s, sample_tolerance_s"
            + " FROM systems WHERE id IN "
            + MultiRowStatement.inList(systems.size());
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (int system : systems) {
        query.setInt(index++, system);
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          heads.add(
              new CollectedSystem(
                  result.getInt(1),
                  result.getInt(2),
                  ZoneId.of(result.getString(3)),
                  result.getInt(4),
                  result.getInt(5),
                  Map.of()));
        }
      }
    }
    return heads;
  }

  private static List<CollectedSystem> withPoints(
      Connection connection, List<CollectedSystem> heads) throws SQLException {
    if (heads.isEmpty()) {
      return heads;
    }
    Map<Integer, Map<String, CollectedPoint>> points = new HashMap<>();
    Map<Integer, Map<String, Transform>> transforms = new HashMap<>();
    String sql =
        "SELECT system_id, point_key, point_id, number_class, source, plausible_min,"
            + " plausible_max, is_active, user_transform"
            + " FROM point_info WHERE system_id IN "
            + MultiRowStatement.inList(heads.size());
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int index = 1;
      for (CollectedSystem head : heads) {
        query.setInt(index++, head.id());
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          points
              .computeIfAbsent(result.getInt(1), id -> new HashMap<>())
              .put(
                  result.getString(2),
                  new CollectedPoint(
                      result.getInt(3),
                      NumberClass.ofWireName(result.getString(4)),
                      PointSource.ofWireName(result.getString(5)),
                      new PlausibleRange(result.getDouble(6), result.getDouble(7)),
                      result.getBoolean(8)));
          String transform = result.getString(9);
          if (transform != null) {
            transforms
                .computeIfAbsent(result.getInt(1), id -> new HashMap<>())
                .put(result.getString(2), Transform.parse(transform));
          }
        }
      }
    }
    return heads.stream()
        .map(
            head ->
                new CollectedSystem(
                    head.id(),
                    head.configVersion(),
                    head.zone(),
                    head.cadenceSeconds(),
                    head.toleranceSeconds(),
                    points.getOrDefault(head.id(), Map.of()),
                    transforms.getOrDefault(head.id(), Map.of())))
        .toList();
  }
}
