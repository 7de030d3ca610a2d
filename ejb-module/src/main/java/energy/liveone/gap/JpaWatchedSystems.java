package energy.liveone.gap;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.gap.WatchedSystem.WatchedPoint;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.OptionsConverter;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.GeoPoint;
import energy.liveone.vendor.VendorSystem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Systems as the search for gaps sees them. */
@ApplicationScoped
@Transactional
public class JpaWatchedSystems {
  private static final OptionsConverter OPTIONS = new OptionsConverter();

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** One system with its points. */
  Optional<WatchedSystem> find(SystemId id) {
    try {
      Connection connection = em.unwrap(Connection.class);
      List<WatchedPoint> points = points(connection, id);
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT vendor_type, display_name, status, vendor_site_id, display_timezone,"
                  + " latitude_deg, longitude_deg, options, sample_cadence_s, sample_tolerance_s"
                  + " FROM systems WHERE id = ?")) {
        query.setInt(1, id.value());
        try (ResultSet row = query.executeQuery()) {
          return row.next() ? Optional.of(read(id, row, points)) : Optional.empty();
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("Reading a system", e);
    }
  }

  /** The systems of some vendors that are being collected, by id. */
  List<SystemId> active(Collection<VendorType> vendors) {
    if (vendors.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement query =
        em.unwrap(Connection.class)
            .prepareStatement(
                "SELECT id FROM systems WHERE status = 'active' AND vendor_type IN "
                    + MultiRowStatement.inList(vendors.size())
                    + " ORDER BY id")) {
      int index = 1;
      for (VendorType vendor : vendors) {
        query.setString(index++, vendor.value());
      }
      List<SystemId> systems = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          systems.add(new SystemId(row.getInt(1)));
        }
      }
      return systems;
    } catch (SQLException e) {
      throw new DatabaseFault("Reading systems", e);
    }
  }

  private static List<WatchedPoint> points(Connection connection, SystemId system)
      throws SQLException {
    List<WatchedPoint> points = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT point_id, point_key, number_class, source, is_active FROM point_info"
                + " WHERE system_id = ? ORDER BY point_id")) {
      query.setInt(1, system.value());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          points.add(
              new WatchedPoint(
                  row.getInt(1),
                  new PointKey(row.getString(2)),
                  NumberClass.ofWireName(row.getString(3)),
                  PointSource.ofWireName(row.getString(4)),
                  row.getBoolean(5)));
        }
      }
    }
    return points;
  }

  private static WatchedSystem read(SystemId id, ResultSet row, List<WatchedPoint> points)
      throws SQLException {
    return new WatchedSystem(
        id,
        new VendorType(row.getString(1)),
        row.getString(2),
        SystemStatus.ofWireName(row.getString(3)),
        new VendorSystem(
            "system:" + id,
            row.getString(4),
            ZoneId.of(row.getString(5)),
            place(row),
            OPTIONS.convertToEntityAttribute(row.getString(8))),
        row.getInt(9),
        row.getInt(10),
        points);
  }

  private static @Nullable GeoPoint place(ResultSet row) throws SQLException {
    double latitude = row.getDouble(6);
    boolean unknown = row.wasNull();
    double longitude = row.getDouble(7);
    return unknown || row.wasNull() ? null : new GeoPoint(latitude, longitude);
  }
}
