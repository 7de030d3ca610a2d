package energy.liveone.housekeeping;

import energy.liveone.access.RequireAdmin;
import energy.liveone.database.Sql;
import energy.liveone.housekeeping.DatabaseState.Partition;
import energy.liveone.housekeeping.DatabaseState.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** Asks the database about itself. Its own estimates of rows do, so that nothing is scanned. */
@ApplicationScoped
@Transactional
public class JpaDatabaseState {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** How large the database is, and how far it lags behind. */
  @RequireAdmin
  public DatabaseState now() {
    Connection connection = em.unwrap(Connection.class);
    List<Table> tables =
        Sql.list(
            connection,
            "Measuring tables",
            "SELECT table_name, table_rows, data_length + index_length FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                + " ORDER BY data_length + index_length DESC, table_name",
            List.of(),
            row -> new Table(row.getString(1), row.getLong(2), row.getLong(3)));
    List<Partition> partitions =
        Sql.list(
            connection,
            "Measuring partitions",
            "SELECT partition_name, table_rows, data_length + index_length"
                + " FROM information_schema.partitions WHERE table_schema = DATABASE()"
                + " AND table_name = 'point_readings' AND partition_name IS NOT NULL"
                + " ORDER BY partition_ordinal_position",
            List.of(),
            row -> new Partition(row.getString(1), row.getLong(2), row.getLong(3)));
    long newest = number(connection, "SELECT COALESCE(MAX(newest_t), 0) FROM system_latest");
    return new DatabaseState(
        text(connection, "SELECT VERSION()"),
        tables,
        partitions,
        number(connection, "SELECT COUNT(*) FROM dirty_ranges"),
        number(connection, "SELECT COUNT(*) FROM day_ledger WHERE dirty"),
        number(connection, "SELECT COUNT(*) FROM flow_owed"),
        number(connection, "SELECT COUNT(*) FROM purge_queue"),
        newest == 0 ? null : Instant.ofEpochSecond(newest));
  }

  private static long number(Connection connection, String sql) {
    return Sql.list(connection, "Counting", sql, List.of(), row -> row.getLong(1)).get(0);
  }

  private static String text(Connection connection, String sql) {
    return Sql.list(connection, "Asking", sql, List.of(), row -> row.getString(1)).get(0);
  }
}
