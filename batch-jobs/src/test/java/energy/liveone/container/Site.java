package energy.liveone.container;

import energy.liveone.system.SystemId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A system in the database with a gauge {@code solar_w} and a counter {@code solar_kwh}. */
public final class Site {
  private final DataSource database;
  private final SystemId system;
  private final ZoneId zone;

  private Site(DataSource database, SystemId system, ZoneId zone) {
    this.database = database;
    this.system = system;
    this.zone = zone;
  }

  /** A new one, owned by a new account, sampled every five minutes. */
  public static Site create(DataSource database, String zone) throws SQLException {
    int account =
        insert(
            database,
            "INSERT INTO accounts (email, display_name, role, created_at, updated_at)"
                + " VALUES (CONCAT(UUID(), '@liveone.example'), 'Owner', 'USER', NOW(3), NOW(3))");
    int system =
        insert(
            database,
            ("INSERT INTO systems (owner_account_id, vendor_type, vendor_site_id, display_name,"
                    + " display_timezone, timezone_offset_min, sample_cadence_s, sample_tolerance_s,"
                    + " created_at, updated_at) VALUES (%d, 'selectronic', '1', 'Site', '%s', 0, 300, 900,"
                    + " NOW(3), NOW(3))")
                .formatted(account, zone));
    for (String point :
        new String[] {
          "'solar_w', 'power', 'gauge', 'W'", "'solar_kwh', 'energy', 'counter', 'kWh'"
        }) {
      insert(
          database,
          "INSERT INTO point_info (system_id, point_key, metric_type, number_class, unit, label,"
              + " plausible_min, plausible_max, created_at, updated_at)"
              + " VALUES (%d, %s, 'Solar', 0, 1000000, NOW(3), NOW(3))".formatted(system, point));
    }
    Site site = new Site(database, new SystemId(system), ZoneId.of(zone));
    site.change("INSERT INTO system_latest (system_id) VALUES (?)");
    return site;
  }

  public SystemId system() {
    return system;
  }

  public ZoneId zone() {
    return zone;
  }

  /** Start of a local day, epoch seconds. */
  public long midnight(LocalDate day) {
    return day.atStartOfDay(zone).toEpochSecond();
  }

  /** Daily rows of a point by date. */
  public Map<LocalDate, DailyRow> daily(String point) throws SQLException {
    Map<LocalDate, DailyRow> rows = new TreeMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT d.day, d.day_start, d.day_s, d.count, d.avg, d.delta, d.covered_s"
                    + " FROM point_readings_agg_daily d JOIN point_info p ON p.point_id = d.point_id"
                    + " WHERE p.system_id = ? AND p.point_key = ?")) {
      query.setInt(1, system.value());
      query.setString(2, point);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.put(
              result.getObject(1, LocalDate.class),
              new DailyRow(
                  result.getLong(2),
                  result.getInt(3),
                  result.getInt(4),
                  result.getDouble(5),
                  result.getDouble(6),
                  result.getInt(7)));
        }
      }
    }
    return rows;
  }

  /** What a query of one number answers for this system; {@code ?} is its id. */
  public long number(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setInt(1, system.value());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Runs a change for this system; {@code ?} is its id. */
  public void change(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, system.value());
      statement.executeUpdate();
    }
  }

  private static int insert(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getInt(1);
      }
    }
  }

  /** Columns of a daily row that the tests look at. */
  public record DailyRow(
      long start, int seconds, int samples, double average, double delta, int coveredSeconds) {}
}
